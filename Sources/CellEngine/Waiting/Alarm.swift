/// Goes off when a wait is over, unless it is cancelled before.
struct Alarm: Sendable {
    /// The time that passes.
    private let time: Task<Void, Never>

    /// Sets an alarm.
    ///
    /// - Parameters:
    ///   - limits: other times than the usual ones, for those who cannot wait so long.
    ///   - isolation: the actor that is told.
    ///   - late: what ends the wait.
    @discardableResult
    init(
        _ wait: Wait, limits: [Wait: Duration] = [:], isolation: isolated (any Actor)? = #isolation,
        late: @escaping () -> Void
    ) {
        let limit = limits[wait] ?? wait.limit
        time = Task {
            _ = isolation
            do { try await Task.sleep(for: limit) } catch { return }
            late()
        }
    }

    /// Lets the alarm not go off.
    func cancel() { time.cancel() }
}
