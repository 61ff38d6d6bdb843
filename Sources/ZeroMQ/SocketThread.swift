/// A thread that owns sockets, so that other threads exchange only values with them.
///
/// Messages are sent in the order of the calls, from whichever thread they come, and are received
/// one after the other on the thread itself. When the last reference is released, pending messages
/// are sent and the sockets close.
public final class SocketThread<Channel: Hashable & Sendable>: Sendable {
    /// The callbacks of a socket thread, which run on that thread and should return quickly.
    public struct Delegate: Sendable {
        /// Receives a message that has arrived.
        public var didReceive: @Sendable (Channel, [Frame]) -> Void

        /// Receives the error of a message that could not be sent or received.
        public var didFail: @Sendable (Channel, ZeroMQError) -> Void

        /// Creates a delegate from two callbacks.
        public init(
            didReceive: @escaping @Sendable (Channel, [Frame]) -> Void,
            didFail: @escaping @Sendable (Channel, ZeroMQError) -> Void
        ) {
            self.didReceive = didReceive
            self.didFail = didFail
        }
    }

    /// The requests to the thread.
    private let mailbox: Mailbox<Channel>

    /// Starts a thread for sockets that are already bound or connected.
    ///
    /// - Parameters:
    ///   - name: the thread's name for debuggers.
    ///   - sockets: the sockets by channel; they must not be used elsewhere.
    ///   - delegate: the receiver of messages and errors.
    /// - Throws: `ZeroMQError` if the system cannot create a thread.
    public init(
        named name: String, sockets: sending [Channel: Socket], delegate: Delegate
    ) throws(ZeroMQError) {
        let mailbox = try Mailbox<Channel>()
        self.mailbox = mailbox
        let loop = SocketLoop(sockets, mailbox: mailbox, delegate: delegate)
        try NativeThread.start(named: name) {
            loop.run()
            mailbox.abandon()
        }
    }

    deinit {
        mailbox.requestClosing()
    }

    /// Sends a message on a socket; does nothing once the sockets are closed.
    public func send(_ message: [Frame], on channel: Channel) {
        mailbox.post(.message(message, channel))
    }

    /// Waits until everything that has arrived so far has been delivered.
    public func settle() async {
        await withCheckedContinuation { continuation in
            if !mailbox.post(.settlement(continuation)) { continuation.resume() }
        }
    }

    /// Sends pending messages, closes the sockets, and returns when both are done.
    public func close() async {
        mailbox.requestClosing()
        await mailbox.waitUntilAbandoned()
    }
}
