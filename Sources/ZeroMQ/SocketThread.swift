/// A thread that owns some sockets, so that everybody else can use them with values alone.
///
/// Messages go out in the order in which they were sent, whichever thread sent them, and come in
/// on the thread itself, one after the other. When the last reference goes, what was sent still
/// leaves, and the sockets close.
public final class SocketThread<Channel: Hashable & Sendable>: Sendable {
    /// What is called, on the thread of the sockets, and should return quickly.
    public struct Delegate: Sendable {
        /// Takes a message that has arrived.
        public var didReceive: @Sendable (Channel, [Frame]) -> Void

        /// Hears of a message that could not be sent or received.
        public var didFail: @Sendable (Channel, ZeroMQError) -> Void

        /// Pairs the two.
        public init(
            didReceive: @escaping @Sendable (Channel, [Frame]) -> Void,
            didFail: @escaping @Sendable (Channel, ZeroMQError) -> Void
        ) {
            self.didReceive = didReceive
            self.didFail = didFail
        }
    }

    /// Where wishes for the thread are left.
    private let mailbox: Mailbox<Channel>

    /// Starts a thread for sockets that are bound or connected already.
    ///
    /// - Parameters:
    ///   - name: what debuggers call the thread.
    ///   - sockets: the sockets, each under what it is for; nobody may use them elsewhere.
    ///   - delegate: who takes what arrives.
    /// - Throws: `ZeroMQError` where the system has no room for another thread.
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

    /// Sends a message on one of the sockets; once they are closed, does nothing.
    public func send(_ message: [Frame], on channel: Channel) {
        mailbox.post(.message(message, channel))
    }

    /// Returns when everything that has arrived by now has been handed over.
    public func settle() async {
        await withCheckedContinuation { continuation in
            if !mailbox.post(.settlement(continuation)) { continuation.resume() }
        }
    }

    /// Sends what is still to be sent, closes the sockets, and returns when both are done.
    public func close() async {
        mailbox.requestClosing()
        await mailbox.waitUntilAbandoned()
    }
}
