/// How somebody outside asks a run to stop.
public final class StopSwitch: Sendable {
    /// The requests, as they come.
    let requests: AsyncStream<Void>

    /// Where requests are put.
    private let continuation: AsyncStream<Void>.Continuation

    /// Makes a switch for one run.
    public init() {
        (requests, continuation) = AsyncStream.makeStream()
    }

    /// Asks the run to stop: the first time, the running cell is given time to end.
    public func stop() { continuation.yield() }
}
