public import Recurrent

/// A source of examples, drawn from a seeded generator.
public protocol SequenceTask: Sendable {
    /// Draws a batch.
    ///
    /// - Parameters:
    ///   - size: B, at least 1.
    ///   - generator: what all random choices follow from.
    /// - Throws: `RecurrentError.invalidValue` for a size under 1 or settings that make no sense.
    func batch<Scalar: RealScalar>(
        of size: Int, using generator: inout some RandomNumberGenerator
    ) throws(RecurrentError) -> Batch<Scalar>
}

extension SequenceTask {
    /// Draws a batch from a seed.
    ///
    /// - Throws: `RecurrentError.invalidValue` for a size under 1 or settings that make no sense.
    public func batch<Scalar: RealScalar>(
        of size: Int, seed: UInt64, as type: Scalar.Type = Double.self
    ) throws(RecurrentError) -> Batch<Scalar> {
        var generator = Xoshiro256(seed: seed)
        return try batch(of: size, using: &generator)
    }
}

/// Throws where a batch of a task would not fit into memory.
func checkBatch(_ size: Int, steps: Int, features: Int = 1) throws(RecurrentError) {
    try checkCount("the size of a batch", size, from: 1)
    try MachineMemory.check(
        "a batch of shape [\(steps), \(size), \(features)]", sizes: [steps, size, features])
}

extension RecurrentModel {
    /// Trains on batches drawn from a task, of the size and from the seed that the settings say.
    ///
    /// - Parameters:
    ///   - task: where examples come from.
    ///   - training: the settings of the run; see `train(_:epochLength:…)` for the closures.
    /// - Throws: `RecurrentError`, and what the closures throw.
    @discardableResult
    public mutating func train(
        on task: some SequenceTask, _ training: Training,
        measure: (Self) throws -> [String: Double] = { _ in [:] },
        observer: (TrainingStep) -> Void = { _ in }, stop: () -> Bool = { false }
    ) throws -> TrainingHistory {
        var generator = Xoshiro256(seed: training.seed)
        return try train(training, measure: measure, observer: observer, stop: stop) { _ in
            try task.batch(of: training.batch, using: &generator)
        }
    }
}
