import Testing
import ZeroMQ

@Suite struct EchoTests {
    @Test(arguments: [SocketKind.request, .dealer])
    func sendsBackWhatItHears(kind: SocketKind) throws {
        let echo = try Echo(at: .tcp("127.0.0.1"))
        let client = try Socket(kind, in: try Context())
        try client.connect(to: echo.endpoint)
        for message in [[Array("ping".utf8)], [[1], [], [2]]] {
            try client.send(message)
            #expect(try client.receive() == message)
        }
    }

    @Test func namesTheEndpointThatIsInUse() throws {
        let echo = try Echo(at: .tcp("127.0.0.1"))
        let error = #expect(throws: ZeroMQError.self) { _ = try Echo(at: echo.endpoint) }
        let message = "could not bind \(echo.endpoint): address already in use (98)"
        #expect(error?.description == message)
    }
}
