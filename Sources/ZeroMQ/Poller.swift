internal import CZeroMQ

/// Waits for messages on several sockets at once, and for a bell.
public struct Poller {
    /// What a poller has found.
    public struct Readiness: Sendable, Hashable {
        /// The positions of the sockets that have a message, among those that the poller was given.
        public var sockets: [Int] = []

        /// Whether the bell was rung.
        public var isWoken = false
    }

    /// The sockets that are waited for.
    private let sockets: [Socket]

    /// The bell that is waited for.
    private let wakeUp: WakeUp?

    /// Makes a poller of some sockets, which stay with the thread that owns them.
    public init(_ sockets: [Socket], wakeUp: WakeUp? = nil) {
        self.sockets = sockets
        self.wakeUp = wakeUp
    }

    /// Waits until a socket has a message or the bell rings.
    ///
    /// - Parameter timeout: how long to wait at most; for ever, where this is nil.
    /// - Returns: what there is; nothing at all where the time was up.
    /// - Throws: `ZeroMQError` where the context of a socket is shut down.
    public func wait(for timeout: Duration? = nil) throws(ZeroMQError) -> Readiness {
        var items = sockets.map { item(socket: $0.handle, file: -1) }
        if let wakeUp { items.append(item(socket: nil, file: wakeUp.file)) }
        try poll(&items, for: timeout)
        var readiness = Readiness()
        readiness.sockets = sockets.indices.filter { items[$0].revents != 0 }
        readiness.isWoken = wakeUp != nil && items[sockets.count].revents != 0
        return readiness
    }

    /// Makes an entry for libzmq's list of what to wait for.
    private func item(socket: UnsafeMutableRawPointer?, file: Int32) -> zmq_pollitem_t {
        zmq_pollitem_t(socket: socket, fd: file, events: Int16(ZMQ_POLLIN), revents: 0)
    }

    /// Waits, again where a signal came in between, for no longer than was asked.
    private func poll(
        _ items: inout [zmq_pollitem_t], for timeout: Duration?
    ) throws(ZeroMQError) {
        let deadline = timeout.map { ContinuousClock.now.advanced(by: $0) }
        while true {
            let remaining = deadline.map { max(.zero, ContinuousClock.now.duration(to: $0)) }
            let milliseconds = remaining.map { Int($0.wholeMilliseconds) } ?? -1
            if zmq_poll(&items, Int32(items.count), milliseconds) >= 0 { return }
            let error = ZeroMQError.latest("wait for", "\(sockets.count) sockets")
            guard error.isInterruption else { throw error }
        }
    }
}
