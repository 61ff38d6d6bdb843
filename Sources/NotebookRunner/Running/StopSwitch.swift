/// A switch with which a run can be stopped from outside.
public final class StopSwitch: Sendable {
    /// The requests in order.
    let requests: AsyncStream<Void>

    /// The continuation of the requests.
    private let continuation: AsyncStream<Void>.Continuation

    /// Creates a switch for one run.
    public init() {
        (requests, continuation) = AsyncStream.makeStream()
    }

    /// Requests that the run stop; after the first request, the running cell may still end.
    public func stop() { continuation.yield() }
}
