internal import Synchronization

/// Says so when moments have come; thousands may wait, and only the next one costs anything.
final class AlarmClock<Alarm: Sendable>: Sendable {
    /// A moment on the clock.
    typealias Instant = ContinuousClock.Instant

    /// What changes as alarms are set and go off.
    private struct State {
        /// The alarms, the next one last.
        var alarms: [(moment: Instant, alarm: Alarm)] = []
        /// What waits for the next one.
        var sleeper: Task<Void, Never>?
        /// Whether no alarm is wanted any more.
        var isStopped = false
    }

    /// What changes as alarms are set and go off.
    private let state = Mutex(State())

    /// Hears the alarms.
    private let ring: @Sendable (Alarm) -> Void

    /// Makes a clock.
    init(_ ring: @escaping @Sendable (Alarm) -> Void) {
        self.ring = ring
    }

    /// Sets an alarm.
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

    /// Forgets all alarms.
    func stop() {
        state.withLock { state in
            state.isStopped = true
            state.alarms = []
            state.sleeper?.cancel()
            state.sleeper = nil
        }
    }

    /// Makes what waits until a moment.
    private func sleeper(until moment: Instant) -> Task<Void, Never> {
        Task { [weak self] in
            guard (try? await Task.sleep(until: moment)) != nil else { return }
            self?.goOff()
        }
    }

    /// Lets the alarms go off whose moment has come, and waits for the next one.
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
