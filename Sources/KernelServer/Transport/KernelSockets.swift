internal import Glibc
internal import JupyterProtocol
internal import ZeroMQ

/// The five sockets of a kernel: four on one thread, and the heartbeat on another.
struct KernelSockets: Sendable {
    /// The channels whose sockets share a thread.
    private static let channels: [KernelChannel] = [.control, .shell, .stdin, .iopub]

    /// The thread of all sockets except the heartbeat.
    let thread: SocketThread<KernelChannel>

    /// The heartbeat socket.
    let heartbeat: Echo

    /// The connection with the actual ports.
    let connection: ConnectionFile

    /// Binds all sockets and begins to fill an inbox.
    ///
    /// Ports at which the process already listens are taken over.
    ///
    /// - Throws: `KernelServerError.unavailableChannel`, or `ZeroMQError` if the system has no
    ///   resources left.
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

    /// Sends pending messages, closes the sockets, and removes their files.
    func close() async {
        await thread.close()
        guard connection.transport == .ipc else { return }
        for channel in KernelChannel.allCases {
            unlink("\(connection.ip)-\(connection.ports[channel])")
        }
    }

    /// The maximum number of messages that may wait for a subscriber.
    private static let mostUnread: Int32 = 4000

    /// Creates the socket of a channel.
    private static func makeSocket(
        for channel: KernelChannel, of connection: ConnectionFile, in context: Context
    ) throws -> Socket {
        var options = SocketOptions(linger: .seconds(1), security: security(of: connection))
        guard channel != .iopub else {
            // Otherwise a second client that subscribes to the same topic would not get a welcome.
            options.reportsRepeatedSubscriptions = true
            // A subscriber that does not read for so long loses further messages, which then cost
            // neither time nor memory.
            options.highWaterMark = mostUnread
            return try Socket(.extendedPublisher, in: context, options: options)
        }
        // A client that reconnects under its old identity gets its replies. (libzmq issue 2892)
        options.allowsHandover = true
        return try Socket(.router, in: context, options: options)
    }

    /// Returns the protection of the sockets' connections.
    private static func security(of connection: ConnectionFile) -> Security {
        guard let keys = connection.curveKeys else { return .none }
        return .curveServer(CurveKeyPair(publicKey: keys.publicKey, secretKey: keys.secretKey))
    }

    /// Opens something at the endpoint of a channel, and converts a failure to an error with the
    /// channel.
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

    /// Picks unused numbers for Unix domain sockets; TCP ports are picked by the system.
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

    /// Returns whether a number is used by another channel or by an existing socket file.
    private static func isTaken(_ number: UInt16, in connection: ConnectionFile) -> Bool {
        KernelChannel.allCases.contains { connection.ports[$0] == number }
            || access("\(connection.ip)-\(number)", F_OK) == 0
    }
}
