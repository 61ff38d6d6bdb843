internal import JSON
internal import JupyterProtocol
internal import Synchronization
internal import ZeroMQ

/// A client's connection to the channels of a kernel.
///
/// Messages are decoded and verified on the thread of the sockets.
final class KernelConnection: Sendable {
    /// The connected channels; the heartbeat is not needed, because the process itself is watched.
    static let channels: [KernelChannel] = [.shell, .iopub, .stdin, .control]

    /// The session that creates and signs this client's messages.
    let session: MessageSession

    /// The thread that owns the sockets.
    private let sockets: SocketThread<KernelChannel>

    /// Connects to a kernel that already listens.
    ///
    /// - Parameters:
    ///   - file: the kernel's connection file.
    ///   - receive: a closure that receives every message, on the thread of the sockets.
    /// - Throws: `ZeroMQError` if an endpoint is malformed or the process has no file descriptors
    ///   left.
    init(
        to file: ConnectionFile, receive: @escaping @Sendable (KernelChannel, Incoming) -> Void
    ) throws(ZeroMQError) {
        let session = MessageSession(username: "unroll", signer: file.signer)
        self.session = session
        let parents = ParentHeaders()
        let delegate = SocketThread<KernelChannel>.Delegate(
            didReceive: { channel, frames in
                receive(channel, Incoming(frames, signer: session.signer, parents: parents))
            },
            didFail: { channel, error in receive(channel, .refused("\(error)")) })
        sockets = try SocketThread(
            named: "jupyter client",
            sockets: try Self.connect(to: file, identity: Array(session.id.utf8)),
            delegate: delegate)
    }

    /// A received message.
    enum Incoming: Sendable {
        /// A valid message.
        case message(Message)
        /// A message of the kernel that is malformed, with the problem, and its parent if that can
        /// be decoded.
        case malformed(parent: MessageID?, String)
        /// A message that is not authenticated as the kernel's, with the reason.
        case refused(String)

        /// Decodes the frames of a message and verifies its signature.
        init(_ frames: [Frame], signer: Signer, parents: ParentHeaders) {
            let envelope: Envelope
            do {
                envelope = try Envelope(frames: frames)
                try envelope.verify(with: signer)
            } catch {
                self = .refused("\(error)")
                return
            }
            do {
                self = .message(
                    try envelope.message(parentHeader: parents.parentHeader(of: envelope)))
            } catch {
                self = .malformed(parent: Self.parent(of: envelope), "\(error)")
            }
        }

        /// Returns the parent of a message that is malformed elsewhere.
        private static func parent(of envelope: Envelope) -> MessageID? {
            let header = try? JSONValue(parsing: envelope.parts[1])
            return header?["msg_id"]?.string.map(MessageID.init(rawValue:))
        }
    }

    /// Sends a content as a new message and returns its ID.
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

    /// Waits until everything that has arrived so far has been delivered.
    func settle() async { await sockets.settle() }

    /// Closes the sockets.
    func close() async { await sockets.close() }

    /// The maximum number of queued broadcasts: large enough that kernels which drop messages lose
    /// none, and small enough that a flood does not fill the memory.
    private static let waitingLimit: Int32 = 100_000

    /// Creates a socket for each channel.
    ///
    /// The sending sockets share one identity, because a kernel requests input under the identity
    /// of the request.
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

/// Decodes the parent headers of messages; thousands of messages that one request led to have the
/// same, which is decoded once.
final class ParentHeaders: Sendable {
    /// The last parent header, as it was received and decoded.
    private let last: Mutex<(bytes: [UInt8], header: JSONObject)> = Mutex((Array("{}".utf8), [:]))

    /// Returns the parent header of a message.
    ///
    /// - Throws: `JupyterProtocolError.malformedMessage`.
    func parentHeader(of envelope: Envelope) throws(JupyterProtocolError) -> JSONObject {
        let bytes = envelope.parts[1]
        let known = last.withLock { $0.bytes == bytes ? $0.header : nil }
        if let known { return known }
        let header = try envelope.parentHeader()
        last.withLock { $0 = (bytes, header) }
        return header
    }
}
