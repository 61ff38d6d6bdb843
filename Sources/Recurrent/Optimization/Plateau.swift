/// The state of a learning rate that is reduced while a loss does not improve.
struct Plateau: Hashable, Sendable {
    /// The smallest loss so far.
    private(set) var best = Double.infinity

    /// The number of losses since the last improvement or reduction.
    private(set) var count = 0

    /// The fraction of the learning rate.
    private(set) var fraction = 1.0

    /// Creates the state before the first loss.
    init() {}

    /// Restores a state.
    init(best: Double, count: Int, fraction: Double) {
        (self.best, self.count, self.fraction) = (best, count, fraction)
    }

    /// Takes the next loss into account; does nothing for schedules that do not depend on losses.
    mutating func observe(_ loss: Double, _ schedule: LearningRateSchedule) {
        guard case .onPlateau(let factor, let patience, let least) = schedule else { return }
        if loss < best * (1 - 1e-4) {
            best = loss
            count = 0
        } else {
            count += 1
        }
        guard count > patience else { return }
        fraction = max(fraction * factor, min(least, fraction))
        count = 0
    }

    /// Returns the fraction of the learning rate in a schedule; 1 if it does not depend on losses.
    func fraction(in schedule: LearningRateSchedule) -> Double {
        if case .onPlateau = schedule { fraction } else { 1 }
    }
}
