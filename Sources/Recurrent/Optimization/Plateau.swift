/// The reduction of a learning rate while a loss does not improve.
struct Plateau {
    /// The factor of each reduction.
    private let factor: Double

    /// The number of losses without improvement that are tolerated.
    private let patience: Int

    /// The least fraction of the learning rate.
    private let least: Double

    /// The smallest loss so far.
    private var best = Double.infinity

    /// The number of losses since the last improvement or reduction.
    private var count = 0

    /// The fraction of the learning rate.
    private(set) var fraction = 1.0

    /// Creates the rule of a schedule; returns `nil` for schedules that do not depend on losses.
    init?(_ schedule: LearningRateSchedule) {
        guard case .onPlateau(let factor, let patience, let least) = schedule else { return nil }
        (self.factor, self.patience, self.least) = (factor, patience, least)
    }

    /// Takes the next loss into account.
    mutating func observe(_ loss: Double) {
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
}
