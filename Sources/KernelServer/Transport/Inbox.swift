internal import JupyterProtocol

/// Where everything that arrives at a kernel waits to be seen to, in the order in which it came.
struct Inbox: Sendable {
    /// Something that arrived.
    enum Item: Sendable {
        /// The frames of a message on a channel.
        case message([[UInt8]], KernelChannel)
        /// The running cell is to be ended.
        case interruption
        /// Somebody waits for everything before this to have been seen to.
        case marker(CheckedContinuation<Void, Never>)
    }

    /// What has arrived and will arrive; for one reader.
    let items: AsyncStream<Item>

    /// The way in.
    private let entrance: AsyncStream<Item>.Continuation

    /// Makes an empty inbox.
    init() {
        (items, entrance) = AsyncStream.makeStream()
    }

    /// Adds a message.
    func add(_ frames: [[UInt8]], from channel: KernelChannel) {
        entrance.yield(.message(frames, channel))
    }

    /// Adds the wish that the running cell ends.
    func addInterruption() {
        entrance.yield(.interruption)
    }

    /// Returns when everything that is in the inbox now has been seen to, or never will be.
    func settle() async {
        await withCheckedContinuation { continuation in
            if case .terminated = entrance.yield(.marker(continuation)) { continuation.resume() }
        }
    }

    /// Lets the reader come to an end after what is there.
    func close() {
        entrance.finish()
    }
}
