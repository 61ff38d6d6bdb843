import Glibc
import Testing
import ZeroMQ

@Suite struct SocketTests {
    private let context: Context

    init() throws {
        context = try Context()
    }

    @Test(arguments: [Endpoint.tcp("127.0.0.1"), .inproc("meeting")])
    func carriesMessagesOfSeveralFramesBothWays(endpoint: Endpoint) throws {
        let server = try Socket(.router, in: context)
        let client = try Socket(.dealer, in: context, options: SocketOptions(identity: [7, 0, 8]))
        try client.connect(to: try server.bind(to: endpoint))
        let large = Frame(repeating: 0xA5, count: 1 << 20)

        try client.send([[], [1, 2], large])
        #expect(try server.receive() == [[7, 0, 8], [], [1, 2], large])
        try server.send([[7, 0, 8], [3]])
        #expect(try client.receive() == [[3]])
        #expect(try client.receiveIfPossible() == nil)
    }

    @Test func carriesMessagesThroughSocketFiles() throws {
        let path = temporaryPath()
        // libzmq does not remove the file.
        defer { unlink(path) }
        let endpoint = Endpoint.ipc(path)
        let server = try Socket(.reply, in: context)
        let client = try Socket(.request, in: context)
        try server.bind(to: endpoint)
        var status = stat()
        #expect(stat(path, &status) == 0)
        #expect(status.st_mode & 0o077 == 0, "only the user can connect")
        try client.connect(to: endpoint)
        try client.send([[1]])
        #expect(try server.receive() == [[1]])
        try server.send([[2]])
        #expect(try client.receive() == [[2]])
    }

    @Test func tellsThePortThatWasPicked() throws {
        let socket = try Socket(.router, in: context)
        let endpoint = try socket.bind(to: .tcp("127.0.0.1"))
        #expect(try #require(endpoint.port) > 0)
        #expect(endpoint.rawValue.hasPrefix("tcp://127.0.0.1:"))
    }

    @Test func tellsEverySubscriptionAndPublishesToThemAll() throws {
        var options = SocketOptions()
        options.reportsRepeatedSubscriptions = true
        let publisher = try Socket(.extendedPublisher, in: context, options: options)
        let endpoint = try publisher.bind(to: .tcp("127.0.0.1"))
        let subscribers = try (0..<2).map { _ in
            let subscriber = try Socket(.subscriber, in: context)
            try subscriber.connect(to: endpoint)
            try subscriber.subscribe(to: Array("a".utf8))
            #expect(try publisher.receive() == [[1] + Array("a".utf8)])
            return subscriber
        }
        try publisher.send([Array("b".utf8), [1]])
        try publisher.send([Array("ab".utf8), [2]])
        for subscriber in subscribers {
            #expect(try subscriber.receive() == [Array("ab".utf8), [2]])
        }
    }

    @Test func dropsNothingThatWaitsForASlowPeer() throws {
        let publisher = try Socket(.extendedPublisher, in: context)
        let subscriber = try Socket(.subscriber, in: context)
        try subscriber.connect(to: try publisher.bind(to: .tcp("127.0.0.1")))
        try subscriber.subscribe()
        #expect(try publisher.receive() == [[1]])
        for number in 0..<20_000 { try publisher.send([Array(String(number).utf8)]) }
        for number in 0..<20_000 {
            #expect(try subscriber.receive() == [Array(String(number).utf8)])
        }
    }

    @Test func letsANewcomerTakeOverAnIdentity() throws {
        var options = SocketOptions()
        options.allowsHandover = true
        let router = try Socket(.router, in: context, options: options)
        let endpoint = try router.bind(to: .tcp("127.0.0.1"))
        let named = SocketOptions(identity: [1])
        let first = try Socket(.dealer, in: context, options: named)
        try first.connect(to: endpoint)
        try first.send([[10]])
        #expect(try router.receive() == [[1], [10]])
        let second = try Socket(.dealer, in: context, options: named)
        try second.connect(to: endpoint)
        try second.send([[20]])
        #expect(try router.receive() == [[1], [20]])
        try router.send([[1], [21]])
        #expect(try second.receive() == [[21]])
    }

    @Test func endsAWaitWhenTheContextIsShutDown() throws {
        let socket = try Socket(.router, in: context)
        context.shutDown()
        let error = #expect(throws: ZeroMQError.self) { try socket.receive() }
        #expect(error?.isShutDown == true)
        #expect(error?.description.hasPrefix("could not receive on a ROUTER socket: ") == true)
    }

    @Test func bindsToAddressesOfVersionSix() throws {
        let socket = try Socket(.router, in: context)
        let outcome = Result { try socket.bind(to: .tcp("[::1]")).rawValue }
        switch outcome {
        case .success(let endpoint): #expect(endpoint.hasPrefix("tcp://[::1]:"))
        // On a machine without IPv6 the address is missing; it is never of the wrong kind.
        case .failure(let error): #expect("\(error)".hasSuffix("requested address (99)"))
        }
    }

    @Test func saysThatItWouldHaveToWait() throws {
        let socket = try Socket(.dealer, in: context)
        try socket.bind(to: .tcp("127.0.0.1"))
        #expect(try socket.sendIfPossible([[1]]) == false)
    }

    // MARK: Mistakes

    @Test func namesTheEndpointThatIsInUse() throws {
        let endpoint = try Socket(.router, in: context).bind(to: .inproc("first"))
        let first = try Socket(.router, in: context)
        let bound = try first.bind(to: .tcp("127.0.0.1"))
        let second = try Socket(.router, in: context)
        let error = #expect(throws: ZeroMQError.self) { try second.bind(to: bound) }
        #expect(error?.description == "could not bind \(bound): address already in use (98)")
        #expect(error?.isAddressInUse == true)
        #expect(endpoint.port == nil)
    }

    @Test func namesWhatIsNoEndpoint() throws {
        let socket = try Socket(.router, in: context)
        let error = #expect(throws: ZeroMQError.self) { try socket.connect(to: "nonsense") }
        #expect(error?.description == "could not connect to nonsense: invalid argument (22)")
        let unknown = #expect(throws: ZeroMQError.self) { try socket.bind(to: "pony://x") }
        #expect(unknown?.description == "could not bind pony://x: protocol not supported (93)")
    }

    @Test func namesWhatASocketCannotDo() throws {
        let socket = try Socket(.request, in: context)
        let turn = #expect(throws: ZeroMQError.self) { try socket.receive() }
        let prefix = "could not receive on a REQ socket: operation cannot be accomplished"
        #expect(turn?.description.hasPrefix(prefix) == true)
        let subscription = #expect(throws: ZeroMQError.self) { try socket.subscribe() }
        let refusal = "could not subscribe with a REQ socket: invalid argument (22)"
        #expect(subscription?.description == refusal)
        let options = SocketOptions(identity: Frame(repeating: 1, count: 256))
        let identity = #expect(throws: ZeroMQError.self) {
            _ = try Socket(.dealer, in: context, options: options)
        }
        #expect(
            identity?.description
                == "could not set the identity of a DEALER socket: invalid argument (22)")
    }

    @Test func namesTheLimitThatSocketsReach() throws {
        let narrow = try Context(maximumSocketCount: 1)
        let first = try Socket(.router, in: narrow)
        let error = #expect(throws: ZeroMQError.self) { _ = try Socket(.router, in: narrow) }
        #expect(error?.description == "could not make a ROUTER socket: too many open files (24)")
        _ = first
        let refusal = #expect(throws: ZeroMQError.self) { _ = try Context(maximumSocketCount: -1) }
        let message = "could not make a context for -1 sockets: invalid argument (22)"
        #expect(refusal?.description == message)
    }
}
