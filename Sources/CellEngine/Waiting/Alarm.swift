/// A timer that fires when a wait has lasted too long, unless it is cancelled before.
struct Alarm: Sendable {
    /// The task that waits.
    private let time: Task<Void, Never>

    /// Starts a timer.
    ///
    /// - Parameters:
    ///   - limits: the limits of waits that differ from the usual ones.
    ///   - isolation: the actor on which the closure is called.
    ///   - late: ends the wait.
    @discardableResult
    init(
        _ wait: Wait, limits: [Wait: Duration] = [:], isolation: isolated (any Actor)? = #isolation,
        late: @escaping () -> Void
    ) {
        let end = ContinuousClock.now + (limits[wait] ?? wait.limit)
        time = Task {
            _ = isolation
            do {
                while ContinuousClock.now < end {
                    try await ContinuousClock().sleep(until: min(end, .now + Self.longestSleep))
                }
            } catch { return }
            late()
        }
    }

    /// The maximum duration of a sleep: the memory of one that was cancelled is let go only when it
    /// would have ended.
    private static let longestSleep = Duration.seconds(2)

    /// Cancels the timer.
    func cancel() { time.cancel() }
}
