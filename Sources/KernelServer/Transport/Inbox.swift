internal import JupyterProtocol

/// The queue of everything that has arrived at a kernel, in order.
struct Inbox: Sendable {
    /// An item of the queue.
    enum Item: Sendable {
        /// The frames of a message on a channel.
        case message([[UInt8]], KernelChannel)
        /// A request to interrupt the running cell.
        case interruption
        /// A request to be resumed when everything before it has been handled.
        case marker(CheckedContinuation<Void, Never>)
    }

    /// The items, for a single reader.
    let items: AsyncStream<Item>

    /// The continuation of the items.
    private let entrance: AsyncStream<Item>.Continuation

    /// Creates an empty inbox.
    init() {
        (items, entrance) = AsyncStream.makeStream()
    }

    /// Adds a message.
    func add(_ frames: [[UInt8]], from channel: KernelChannel) {
        entrance.yield(.message(frames, channel))
    }

    /// Adds an interrupt.
    func addInterruption() {
        entrance.yield(.interruption)
    }

    /// Waits until everything that is in the inbox now has been handled, or never will be.
    func settle() async {
        await withCheckedContinuation { continuation in
            if case .terminated = entrance.yield(.marker(continuation)) { continuation.resume() }
        }
    }

    /// Closes the inbox; the reader ends after the remaining items.
    func close() {
        entrance.finish()
    }
}
