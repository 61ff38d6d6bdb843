import Testing
import ZeroMQ

@Suite struct ListeningPortsTests {
    /// Returns a port that was just freed, at an address that nothing else uses.
    private func freeEndpoint() throws -> Endpoint {
        try Socket(.router, in: Context()).bind(to: .tcp("127.0.7.1"))
    }

    @Test func letsClientsInBeforeThereIsASocket() throws {
        let endpoint = try freeEndpoint()
        let ports = ListeningPorts([endpoint])
        let context = try Context()
        let client = try Socket(.dealer, in: context)
        try client.connect(to: endpoint)
        try client.send([[1]])
        let server = try Socket(.router, in: context)
        #expect(try server.bind(to: endpoint, listeningAlready: ports) == endpoint)
        #expect(try server.receive().last == [1])
    }

    @Test func leavesPortsInUseToTheSockets() throws {
        let context = try Context()
        let first = try Socket(.router, in: context)
        let endpoint = try first.bind(to: .tcp("127.0.0.1"))
        let ports = ListeningPorts([endpoint])
        let second = try Socket(.router, in: context)
        let error = #expect(throws: ZeroMQError.self) {
            try second.bind(to: endpoint, listeningAlready: ports)
        }
        #expect(error?.isAddressInUse == true)
    }

    @Test func leavesThePickingOfPortsToTheSockets() throws {
        let endpoint = Endpoint.tcp("127.0.0.1")
        let socket = try Socket(.router, in: Context())
        let ports = ListeningPorts([endpoint, .ipc("file"), "nonsense"])
        #expect(try #require(socket.bind(to: endpoint, listeningAlready: ports).port) > 0)
    }

    @Test func givesBackWhatNobodyTook() async throws {
        let endpoint = try freeEndpoint()
        do { _ = ListeningPorts([endpoint]) }
        let socket = try Socket(.router, in: Context())
        #expect(try await bind(socket, to: endpoint) == endpoint)
    }

    /// Binds a socket as soon as the port is free: a program that another test starts at this
    /// moment holds all open descriptors until its exec.
    private func bind(_ socket: Socket, to endpoint: Endpoint) async throws -> Endpoint {
        let deadline = ContinuousClock.now + .seconds(30)
        while ContinuousClock.now < deadline {
            if let bound = try? socket.bind(to: endpoint) { return bound }
            await Task.yield()
        }
        return try socket.bind(to: endpoint)
    }
}
