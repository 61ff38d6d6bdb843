/// A model that reads consecutive batches and goes on where it stopped: truncated backpropagation
/// through time.
///
/// States pass from each batch to the next; gradients do not flow back into the batch before. Its
/// examples are batches whose sequences go on with those of the batch before, as those of
/// `CharacterCorpus.batches(of:steps:)`.
///
/// - Source: Williams and Peng 1990; Elman 1990 for one step.
public struct TruncatedReader<Scalar: RealScalar>: Learner, Equatable, Sendable {
    /// The model that reads.
    public var model: RecurrentModel<Scalar>

    /// The states after the last batch that was taken in; nil before the first, which means zeros.
    public private(set) var states: [LayerState<Scalar>]?

    /// How many steps every loss reaches back at most within its batch; nil for all of them.
    public var truncatedAfter: Int?

    /// The states before the last batch that was taken in.
    private var statesBefore: [LayerState<Scalar>]?

    /// After how many batches the reader starts over by itself; nil for never.
    var epochLength: Int?

    /// How many batches were taken in since the reader started over.
    private var batchCount = 0

    /// Makes a reader that has read nothing yet.
    public init(_ model: RecurrentModel<Scalar>, truncatedAfter steps: Int? = nil) {
        self.model = model
        truncatedAfter = steps
    }

    /// Forgets what has been read: the next batch begins from zeros.
    public mutating func startOver() {
        states = nil
        batchCount = 0
    }

    /// The parameters of the model.
    public var parameters: ParameterSet<Scalar> { model.parameters }

    /// Takes over the parameters of a model.
    ///
    /// - Throws: `RecurrentError` where one is missing or has another shape.
    public mutating func load(_ parameters: ParameterSet<Scalar>) throws(RecurrentError) {
        try model.load(parameters)
    }

    /// Returns the loss of a batch that begins with the states so far.
    ///
    /// - Throws: `RecurrentError` where the batch does not fit, or has another number of sequences
    ///   than the one before.
    public func loss(of batch: Batch<Scalar>) throws(RecurrentError) -> Scalar {
        try forward(batch).loss
    }

    /// Returns the loss of a batch that begins with the states so far, and its gradient.
    ///
    /// - Throws: `RecurrentError` where the batch does not fit, or has another number of sequences
    ///   than the one before.
    public func lossAndGradient(
        of batch: Batch<Scalar>
    ) throws(RecurrentError) -> (loss: Scalar, gradient: ParameterSet<Scalar>) {
        let pass = try forward(batch)
        return (pass.loss, try model.backward(pass, truncatedAfter: truncatedAfter).gradient)
    }

    /// Returns the loss of a batch and its gradient, and keeps the states for the next batch.
    ///
    /// - Throws: `RecurrentError` where the batch does not fit, or has another number of sequences
    ///   than the one before.
    public mutating func lossAndGradient(
        advancingOver batch: Batch<Scalar>
    ) throws(RecurrentError) -> (loss: Scalar, gradient: ParameterSet<Scalar>) {
        if batchCount == epochLength { startOver() }
        statesBefore = states
        let pass = try forward(batch)
        let gradient = try model.backward(pass, truncatedAfter: truncatedAfter).gradient
        if pass.loss.isFinite { states = pass.finalStates }
        batchCount += 1
        return (pass.loss, gradient)
    }

    /// Reads a batch that begins with the states so far.
    private func forward(_ batch: Batch<Scalar>) throws(RecurrentError) -> ModelPass<Scalar> {
        try model.checkReadsForward("states pass from batch to batch")
        return try model.forward(batch, from: states)
    }

    /// Finds the first number on the way to the loss of a batch and back that is not finite.
    public func firstNonFinite(on batch: Batch<Scalar>) -> NonFiniteFinding? {
        guard let pass = try? model.forward(batch, from: statesBefore) else { return nil }
        return pass.firstNonFinite ?? (try? model.backward(pass))?.firstNonFinite
    }
}

extension RecurrentModel {
    /// Trains on consecutive batches, read from the first to the last and carrying the states on:
    /// truncated backpropagation through time.
    ///
    /// Every epoch begins from zero states.
    ///
    /// - Parameters:
    ///   - batches: each goes on where the one before stopped, as those of a `CharacterCorpus`.
    ///   - training: the settings of the run; see `train(_:epochLength:…)` for the closures.
    ///   - truncatedAfter: how many steps every loss reaches back at most; nil for all of its batch.
    /// - Throws: `RecurrentError` where there is no batch, one does not fit, or the model reads in both
    ///   directions; and what the closures throw.
    @discardableResult
    public mutating func train(
        reading batches: [Batch<Scalar>], _ training: Training, truncatedAfter: Int? = nil,
        measure: (Self) throws -> [String: Double] = { _ in [:] },
        observer: (TrainingStep) -> Void = { _ in }, stop: () -> Bool = { false }
    ) throws -> TrainingHistory {
        try checkCount("the number of batches", batches.count, from: 1)
        var reader = TruncatedReader(self, truncatedAfter: truncatedAfter)
        reader.epochLength = batches.count
        defer { self = reader.model }
        return try reader.train(
            training, epochLength: batches.count, measure: { try measure($0.model) },
            observer: observer, stop: stop
        ) { batches[($0 - 1) % batches.count] }
    }
}
