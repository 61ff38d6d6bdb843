internal import Synchronization

/// A scheduler of alarms; thousands may be pending, at the cost of a single task.
final class AlarmClock<Alarm: Sendable>: Sendable {
    /// A point in time.
    typealias Instant = ContinuousClock.Instant

    /// The mutable state.
    private struct State {
        /// The alarms, the next one last.
        var alarms: [(moment: Instant, alarm: Alarm)] = []
        /// The task that waits for the next one.
        var sleeper: Task<Void, Never>?
        /// Indicates whether the clock has been stopped.
        var isStopped = false
    }

    /// The mutable state.
    private let state = Mutex(State())

    /// The closure that receives alarms.
    private let ring: @Sendable (Alarm) -> Void

    /// Creates a clock.
    init(_ ring: @escaping @Sendable (Alarm) -> Void) {
        self.ring = ring
    }

    /// Schedules an alarm.
    func set(_ alarm: Alarm, at moment: Instant) {
        state.withLock { state in
            guard !state.isStopped else { return }
            let place = state.alarms.lastIndex { $0.moment >= moment }.map { $0 + 1 } ?? 0
            let isNext = place == state.alarms.count
            state.alarms.insert((moment, alarm), at: place)
            guard isNext else { return }
            state.sleeper?.cancel()
            state.sleeper = sleeper(until: moment)
        }
    }

    /// Cancels all alarms.
    func stop() {
        state.withLock { state in
            state.isStopped = true
            state.alarms = []
            state.sleeper?.cancel()
            state.sleeper = nil
        }
    }

    /// Returns a task that waits until a time.
    private func sleeper(until moment: Instant) -> Task<Void, Never> {
        Task { [weak self] in
            guard (try? await Task.sleep(until: moment)) != nil else { return }
            self?.goOff()
        }
    }

    /// Delivers the alarms that are due, and waits for the next one.
    private func goOff() {
        let now = Instant.now
        let due = state.withLock { state in
            var due: [Alarm] = []
            while let last = state.alarms.last, last.moment <= now {
                due.append(state.alarms.removeLast().alarm)
            }
            state.sleeper = state.alarms.last.map { sleeper(until: $0.moment) }
            return due
        }
        for alarm in due { ring(alarm) }
    }
}
