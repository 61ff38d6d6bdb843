public import Recurrent

/// A generator of random examples.
public protocol SequenceTask: Sendable {
    /// Generates a batch.
    ///
    /// - Parameters:
    ///   - size: B, at least 1.
    ///   - generator: the source of all random choices.
    /// - Throws: `RecurrentError.invalidValue` if the size is less than 1 or a setting is invalid.
    func batch<Scalar: RealScalar>(
        of size: Int, using generator: inout some RandomNumberGenerator
    ) throws(RecurrentError) -> Batch<Scalar>
}

extension SequenceTask {
    /// Generates a batch from a seed.
    ///
    /// - Throws: `RecurrentError.invalidValue` if the size is less than 1 or a setting is invalid.
    public func batch<Scalar: RealScalar>(
        of size: Int, seed: UInt64, as type: Scalar.Type = Double.self
    ) throws(RecurrentError) -> Batch<Scalar> {
        var generator = Xoshiro256(seed: seed)
        return try batch(of: size, using: &generator)
    }
}

/// Throws if a batch of a task would not fit into memory.
func checkBatch(_ size: Int, steps: Int, features: Int = 1) throws(RecurrentError) {
    try checkCount("the size of a batch", size, from: 1)
    try MachineMemory.check(
        "a batch of shape [\(steps), \(size), \(features)]", sizes: [steps, size, features])
}

extension RecurrentModel {
    /// Trains on random batches of a task; the settings determine the batch size and the seed.
    ///
    /// - Parameters:
    ///   - task: the source of examples.
    ///   - training: the settings of the run; see `train(_:epochLength:…)` for the closures.
    /// - Throws: `RecurrentError`, and the errors of the closures.
    @discardableResult
    public mutating func train(
        on task: some SequenceTask, _ training: Training,
        measure: (Self) throws -> [String: Double] = { _ in [:] },
        observer: (TrainingStep) -> Void = { _ in }, stop: () -> Bool = { false }
    ) throws -> TrainingHistory {
        var generator = Xoshiro256(seed: training.seed)
        for _ in 0..<training.start.steps {
            let _: Batch<Scalar> = try task.batch(of: training.batch, using: &generator)
        }
        return try train(training, measure: measure, observer: observer, stop: stop) { _ in
            try task.batch(of: training.batch, using: &generator)
        }
    }
}
