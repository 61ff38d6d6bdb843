internal import Synchronization

/// The plans of a recorded cost, one for every number of outputs, compiled when they are first needed.
///
/// Copies of a recording share them. All are equal to each other, because they follow from the recording.
final class CostPlans: Sendable {
    /// The plans by the number of outputs.
    private let plans = Mutex<[Int: StepPlan]>([:])

    /// The numbers of outputs that have a plan.
    var widths: Set<Int> { plans.withLock { Set($0.keys) } }

    /// Returns the plan for a number of outputs.
    ///
    /// - Throws: `RecurrentError.shapeMismatch` if shapes in the recording do not match.
    func plan(for recording: Recording, outputs: Int) throws(RecurrentError) -> StepPlan {
        if let plan = plans.withLock({ $0[outputs] }) { return plan }
        let plan = try StepPlan(
            recording, LayerSizes(inputs: outputs, hidden: outputs), isCell: false)
        plans.withLock { $0[outputs] = plan }
        return plan
    }
}

extension CostPlans: Hashable {
    /// Returns true.
    static func == (left: CostPlans, right: CostPlans) -> Bool { true }

    /// Adds nothing.
    func hash(into hasher: inout Hasher) {}
}
