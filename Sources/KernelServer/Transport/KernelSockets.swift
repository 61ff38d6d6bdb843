internal import Glibc
internal import JupyterProtocol
internal import ZeroMQ

/// The five sockets of a kernel: four on one thread, and the heartbeat on its own.
struct KernelSockets: Sendable {
    /// The channels whose sockets live on one thread.
    private static let channels: [KernelChannel] = [.control, .shell, .stdin, .iopub]

    /// The thread of all sockets but one.
    let thread: SocketThread<KernelChannel>

    /// The socket that sends everything back.
    let heartbeat: Echo

    /// The connection with the ports that were picked.
    let connection: ConnectionFile

    /// Binds all sockets, some perhaps to ports where the process listens already, and begins to fill
    /// an inbox.
    ///
    /// - Throws: `KernelServerError.unavailableChannel`, or `ZeroMQError` where the system has
    ///   nothing left.
    init(
        for connection: ConnectionFile, listeningAlready ports: ListeningPorts?, inbox: Inbox,
        didFail: @escaping @Sendable (KernelChannel, ZeroMQError) -> Void
    ) throws {
        var bound = Self.numbered(connection)
        let context = try Context()
        var sockets: [KernelChannel: Socket] = [:]
        for channel in Self.channels {
            let socket = try Self.makeSocket(for: channel, of: connection, in: context)
            let endpoint = try Self.open(channel, of: bound) {
                try socket.bind(to: $0, listeningAlready: ports)
            }
            bound.ports[channel] = endpoint.port ?? bound.ports[channel]
            sockets[channel] = socket
        }
        heartbeat = try Self.open(.heartbeat, of: bound) {
            try Echo(
                at: $0, listeningAlready: ports, security: Self.security(of: connection))
        }
        bound.ports.heartbeat = heartbeat.endpoint.port ?? bound.ports.heartbeat
        self.connection = bound
        thread = try SocketThread(
            named: "jupyter", sockets: sockets,
            delegate: .init(
                didReceive: { channel, frames in inbox.add(frames, from: channel) },
                didFail: didFail))
    }

    /// Sends what is still to be sent, closes the sockets, and takes their files away.
    func close() async {
        await thread.close()
        guard connection.transport == .ipc else { return }
        for channel in KernelChannel.allCases {
            unlink("\(connection.ip)-\(connection.ports[channel])")
        }
    }

    /// How many messages may wait for a subscriber.
    private static let mostUnread: Int32 = 4000

    /// Makes the socket of a channel.
    private static func makeSocket(
        for channel: KernelChannel, of connection: ConnectionFile, in context: Context
    ) throws -> Socket {
        var options = SocketOptions(linger: .seconds(1), security: security(of: connection))
        guard channel != .iopub else {
            // Or a second client that asks for the same topic would not be welcomed.
            options.reportsRepeatedSubscriptions = true
            // Who does not read for so long loses what comes then: nobody waits for it, and it costs
            // the kernel no more memory.
            options.highWaterMark = mostUnread
            return try Socket(.extendedPublisher, in: context, options: options)
        }
        // A client that connects anew under its old name gets its answers. (libzmq issue 2892)
        options.allowsHandover = true
        return try Socket(.router, in: context, options: options)
    }

    /// How the connections of the sockets are protected.
    private static func security(of connection: ConnectionFile) -> Security {
        guard let keys = connection.curveKeys else { return .none }
        return .curveServer(CurveKeyPair(publicKey: keys.publicKey, secretKey: keys.secretKey))
    }

    /// Opens something at the endpoint of a channel, and says so where that is not possible.
    private static func open<Opened>(
        _ channel: KernelChannel, of connection: ConnectionFile,
        with body: (Endpoint) throws -> Opened
    ) throws -> Opened {
        let endpoint = Endpoint(rawValue: connection.endpoint(of: channel))
        do {
            return try body(endpoint)
        } catch let error as ZeroMQError {
            throw KernelServerError.unavailableChannel(
                channel, endpoint: endpoint.rawValue, cause: error.cause)
        }
    }

    /// Picks numbers for socket files where they were left open; TCP ports the system picks.
    private static func numbered(_ connection: ConnectionFile) -> ConnectionFile {
        guard connection.transport != .tcp else { return connection }
        var numbered = connection
        var candidate: UInt16 = 1
        for channel in KernelChannel.allCases where connection.ports[channel] == 0 {
            while candidate < .max, isTaken(candidate, in: numbered) { candidate += 1 }
            numbered.ports[channel] = candidate
        }
        return numbered
    }

    /// Whether a number is that of another channel, or its socket file is there already.
    private static func isTaken(_ number: UInt16, in connection: ConnectionFile) -> Bool {
        KernelChannel.allCases.contains { connection.ports[$0] == number }
            || access("\(connection.ip)-\(number)", F_OK) == 0
    }
}
