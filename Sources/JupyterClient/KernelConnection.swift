internal import JSON
internal import JupyterProtocol
internal import ZeroMQ

/// The client's side of a kernel's channels.
///
/// Messages are read and checked on the thread of the sockets.
final class KernelConnection: Sendable {
    /// The channels that this side connects to; it needs no heartbeat, because it knows the process.
    static let channels: [KernelChannel] = [.shell, .iopub, .stdin, .control]

    /// What names and signs this side's messages.
    let session: MessageSession

    /// The thread that owns the sockets.
    private let sockets: SocketThread<KernelChannel>

    /// Connects to a kernel that listens already.
    ///
    /// - Parameters:
    ///   - file: where the kernel listens.
    ///   - receive: takes every message, on the thread of the sockets.
    /// - Throws: `ZeroMQError`, where an endpoint is none or files run out.
    init(
        to file: ConnectionFile, receive: @escaping @Sendable (KernelChannel, Incoming) -> Void
    ) throws(ZeroMQError) {
        let session = MessageSession(username: "unroll", signer: file.signer)
        self.session = session
        let delegate = SocketThread<KernelChannel>.Delegate(
            didReceive: { channel, frames in
                receive(channel, Incoming(frames, signer: session.signer))
            },
            didFail: { channel, error in receive(channel, .refused("\(error)")) })
        sockets = try SocketThread(
            named: "jupyter client",
            sockets: try Self.connect(to: file, identity: Array(session.id.utf8)),
            delegate: delegate)
    }

    /// A message that has arrived.
    enum Incoming: Sendable {
        /// It was read.
        case message(Message)
        /// It is the kernel's, but could not be read, for a reason; the request that led to it is
        /// known where that part is in order.
        case malformed(parent: MessageID?, String)
        /// It is not known to be the kernel's, for a reason.
        case refused(String)

        /// Reads the frames of a message and checks its signature.
        init(_ frames: [Frame], signer: Signer) {
            let envelope: Envelope
            do {
                envelope = try Envelope(frames: frames)
                try envelope.verify(with: signer)
            } catch {
                self = .refused("\(error)")
                return
            }
            do {
                self = .message(try envelope.message())
            } catch {
                self = .malformed(parent: Self.parent(of: envelope), "\(error)")
            }
        }

        /// Reads which request led to a message that is broken elsewhere.
        private static func parent(of envelope: Envelope) -> MessageID? {
            let header = try? JSONValue(parsing: envelope.parts[1])
            return header?["msg_id"]?.string.map(MessageID.init(rawValue:))
        }
    }

    /// Sends a content as a message of its own and returns what identifies it.
    @discardableResult
    func send(
        _ content: some MessageContent, on channel: KernelChannel, metadata: JSONObject = [:]
    ) -> MessageID {
        let message = session.message(content, metadata: metadata)
        send(message, on: channel)
        return message.header.id
    }

    /// Sends a message.
    func send(_ message: Message, on channel: KernelChannel) {
        sockets.send(session.frames(of: message), on: channel)
    }

    /// Returns when everything that has arrived by now has been handed over.
    func settle() async { await sockets.settle() }

    /// Closes the sockets.
    func close() async { await sockets.close() }

    /// How many broadcasts may wait here before the kernel has to; so many that none is lost by
    /// kernels that drop what cannot leave, and so few that a flood does not fill the memory.
    private static let waitingLimit: Int32 = 100_000

    /// Makes a socket for each channel.
    ///
    /// Those that send have one identity: a kernel asks for input under that of the request.
    private static func connect(
        to file: ConnectionFile, identity: Frame
    ) throws(ZeroMQError) -> sending [KernelChannel: Socket] {
        let context = try Context()
        var sockets: [KernelChannel: Socket] = [:]
        for channel in channels {
            let isSubscriber = channel == .iopub
            var options = SocketOptions(identity: isSubscriber ? nil : identity, linger: .zero)
            if isSubscriber { options.highWaterMark = waitingLimit }
            let socket = try Socket(
                isSubscriber ? .subscriber : .dealer, in: context, options: options)
            try socket.connect(to: Endpoint(rawValue: file.endpoint(of: channel)))
            if isSubscriber { try socket.subscribe() }
            sockets[channel] = socket
        }
        return sockets
    }
}
