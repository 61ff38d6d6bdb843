internal import CZeroMQ

/// A poller that waits for messages on several sockets and for a wake-up signal.
public struct Poller {
    /// The result of a wait.
    public struct Readiness: Sendable, Hashable {
        /// The indices of the sockets that have a message, in the poller's list.
        public var sockets: [Int] = []

        /// Indicates whether the wake-up signal was raised.
        public var isWoken = false
    }

    /// The polled sockets.
    private let sockets: [Socket]

    /// The polled wake-up signal.
    private let wakeUp: WakeUp?

    /// Creates a poller for sockets, which stay on the thread that owns them.
    public init(_ sockets: [Socket], wakeUp: WakeUp? = nil) {
        self.sockets = sockets
        self.wakeUp = wakeUp
    }

    /// Waits until a socket has a message or the wake-up signal is raised.
    ///
    /// - Parameter timeout: the maximum time to wait; unlimited if `nil`.
    /// - Returns: the sockets that are ready; empty if the timeout has passed.
    /// - Throws: `ZeroMQError` if the context of a socket has been shut down.
    public func wait(for timeout: Duration? = nil) throws(ZeroMQError) -> Readiness {
        var items = sockets.map { item(socket: $0.handle, file: -1) }
        if let wakeUp { items.append(item(socket: nil, file: wakeUp.file)) }
        try poll(&items, for: timeout)
        var readiness = Readiness()
        readiness.sockets = sockets.indices.filter { items[$0].revents != 0 }
        readiness.isWoken = wakeUp != nil && items[sockets.count].revents != 0
        return readiness
    }

    /// Creates an entry of libzmq's poll list.
    private func item(socket: UnsafeMutableRawPointer?, file: Int32) -> zmq_pollitem_t {
        zmq_pollitem_t(socket: socket, fd: file, events: Int16(ZMQ_POLLIN), revents: 0)
    }

    /// Polls, repeating after signals, until the timeout has passed.
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
