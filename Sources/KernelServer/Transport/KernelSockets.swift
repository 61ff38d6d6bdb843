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

    /// Binds all sockets and begins to fill an inbox.
    ///
    /// - Throws: `KernelServerError.unavailableChannel`, or `ZeroMQError` where the system has
    ///   nothing left.
    init(
        for connection: ConnectionFile, inbox: Inbox,
        didFail: @escaping @Sendable (KernelChannel, ZeroMQError) -> Void
    ) throws {
        var bound = connection
        let context = try Context()
        var sockets: [KernelChannel: Socket] = [:]
        for channel in Self.channels {
            let socket = try Self.makeSocket(for: channel, of: connection, in: context)
            bound.ports[channel] = try Self.bind(channel, of: connection) {
                try socket.bind(to: $0)
            }
            sockets[channel] = socket
        }
        var echo: Echo?
        bound.ports.heartbeat = try Self.bind(.heartbeat, of: connection) { endpoint in
            let bound = try Echo(at: endpoint, security: Self.security(of: connection))
            echo = bound
            return bound.endpoint
        }
        guard let echo else { preconditionFailure("a heartbeat was bound without a socket") }
        heartbeat = echo
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

    /// Makes the socket of a channel.
    private static func makeSocket(
        for channel: KernelChannel, of connection: ConnectionFile, in context: Context
    ) throws -> Socket {
        var options = SocketOptions(linger: .seconds(1), security: security(of: connection))
        guard channel != .iopub else {
            // Or a second client that asks for the same topic would not be welcomed.
            options.reportsRepeatedSubscriptions = true
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

    /// Binds the socket of a channel; returns its port, picked where it was left open.
    private static func bind(
        _ channel: KernelChannel, of connection: ConnectionFile,
        with bind: (Endpoint) throws -> Endpoint
    ) throws -> UInt16 {
        var connection = connection
        if connection.ports[channel] == 0, connection.transport != .tcp {
            connection.ports[channel] = unusedNumber(for: channel, of: connection)
        }
        let endpoint = connection.endpoint(of: channel)
        do {
            let bound = try bind(Endpoint(rawValue: endpoint))
            return bound.port ?? connection.ports[channel]
        } catch let error as ZeroMQError {
            throw KernelServerError.unavailableChannel(
                channel, endpoint: endpoint, cause: error.cause)
        }
    }

    /// Picks a number that no socket file has yet, and no other channel picks.
    private static func unusedNumber(
        for channel: KernelChannel, of connection: ConnectionFile
    ) -> UInt16 {
        let channels = KernelChannel.allCases
        let step = UInt16(channels.count)
        var number = UInt16(channels.firstIndex(of: channel) ?? 0) + 1
        while access("\(connection.ip)-\(number)", F_OK) == 0, number < .max - step {
            number += step
        }
        return number
    }
}
