/// A model that reads consecutive batches and continues with its last states: truncated
/// backpropagation through time.
///
/// States are carried from each batch to the next; gradients do not flow back into the previous
/// batch. Its examples are batches whose sequences continue those of the previous batch, such as
/// those of `CharacterCorpus.batches(of:steps:)`.
///
/// - Source: Williams and Peng 1990; Elman 1990 for one step.
public struct TruncatedReader<Scalar: RealScalar>: Learner, Equatable, Sendable {
    /// The model that reads.
    public var model: RecurrentModel<Scalar>

    /// The states after the last batch, or `nil` before the first, which means zeros.
    public private(set) var states: [LayerState<Scalar>]?

    /// The maximum number of steps that every loss is propagated back within its batch, or `nil`
    /// for all.
    public var truncatedAfter: Int?

    /// The states before the last batch.
    private var statesBefore: [LayerState<Scalar>]?

    /// The number of batches after which the states are reset automatically, or `nil` for never.
    var epochLength: Int?

    /// The number of batches since the last reset.
    private var batchCount = 0

    /// Creates a reader without states.
    public init(_ model: RecurrentModel<Scalar>, truncatedAfter steps: Int? = nil) {
        self.model = model
        truncatedAfter = steps
    }

    /// Resets the states: the next batch begins with zeros.
    public mutating func startOver() {
        states = nil
        batchCount = 0
    }

    /// The states after the last batch in the form of a training's progress.
    fileprivate var carried: [[Matrix<Double>]] {
        (states ?? []).map { state in
            [state.hidden, state.cell].compactMap { $0?.converted() }
        }
    }

    /// Continues after some batches of an epoch with the states of a training's progress.
    fileprivate mutating func resume(_ carried: [[Matrix<Double>]], after batches: Int) {
        guard batches > 0, !carried.isEmpty else { return }
        batchCount = batches
        states = carried.map { parts in
            LayerState(
                hidden: parts[0].converted(), cell: parts.count > 1 ? parts[1].converted() : nil)
        }
    }

    /// The parameters of the model.
    public var parameters: ParameterSet<Scalar> { model.parameters }

    /// Loads the parameters of a model.
    ///
    /// - Throws: `RecurrentError` if one is missing or has another shape.
    public mutating func load(_ parameters: ParameterSet<Scalar>) throws(RecurrentError) {
        try model.load(parameters)
    }

    /// Returns the loss of a batch that begins with the current states.
    ///
    /// - Throws: `RecurrentError` if the batch does not match, or has another number of sequences
    ///   than the previous one.
    public func loss(of batch: Batch<Scalar>) throws(RecurrentError) -> Scalar {
        try forward(batch).loss
    }

    /// Returns the loss of a batch that begins with the current states, and its gradient.
    ///
    /// - Throws: `RecurrentError` if the batch does not match, or has another number of sequences
    ///   than the previous one.
    public func lossAndGradient(
        of batch: Batch<Scalar>
    ) throws(RecurrentError) -> (loss: Scalar, gradient: ParameterSet<Scalar>) {
        let pass = try forward(batch)
        return (pass.loss, try model.backward(pass, truncatedAfter: truncatedAfter).gradient)
    }

    /// Returns the loss of a batch and its gradient, and keeps the states for the next batch.
    ///
    /// - Throws: `RecurrentError` if the batch does not match, or has another number of sequences
    ///   than the previous one.
    public mutating func lossAndGradient(
        advancingOver batch: Batch<Scalar>
    ) throws(RecurrentError) -> (loss: Scalar, gradient: ParameterSet<Scalar>) {
        if batchCount == epochLength { startOver() }
        statesBefore = states
        try model.checkReadsForward("states pass from batch to batch")
        let pass = try model.trainingPass(over: batch, from: states)
        let gradient = try model.backward(pass, truncatedAfter: truncatedAfter).gradient
        if pass.loss.isFinite { states = pass.finalStates }
        batchCount += 1
        return (pass.loss, gradient)
    }

    /// Runs the model on a batch that begins with the current states.
    private func forward(_ batch: Batch<Scalar>) throws(RecurrentError) -> ModelPass<Scalar> {
        try model.checkReadsForward("states pass from batch to batch")
        return try model.forward(batch, from: states)
    }

    /// Returns the first non-finite number of the forward and backward passes of a batch.
    public func firstNonFinite(on batch: Batch<Scalar>) -> NonFiniteFinding? {
        guard let pass = try? model.forward(batch, from: statesBefore) else { return nil }
        return pass.firstNonFinite ?? (try? model.backward(pass))?.firstNonFinite
    }
}

extension Matrix {
    /// Returns the matrix with numbers of another type.
    fileprivate func converted<Other: RealScalar>() -> Matrix<Other> {
        Matrix<Other>(shape, unchecked: elements.map { Other($0) })
    }
}

extension RecurrentModel {
    /// Trains on consecutive batches in order, carrying the states on: truncated backpropagation
    /// through time.
    ///
    /// Every epoch begins with zero states.
    ///
    /// - Parameters:
    ///   - batches: the batches, each of which continues the previous one, such as those of a
    ///     `CharacterCorpus`.
    ///   - training: the settings of the run; see `train(_:epochLength:…)` for the closures.
    ///   - truncatedAfter: the maximum number of steps that every loss is propagated back, or `nil`
    ///     for all of its batch.
    /// - Throws: `RecurrentError` if there is no batch, one does not match, or the model is
    ///   bidirectional; and the errors of the closures.
    @discardableResult
    public mutating func train(
        reading batches: [Batch<Scalar>], _ training: Training, truncatedAfter: Int? = nil,
        measure: (Self) throws -> [String: Double] = { _ in [:] },
        observer: (TrainingStep) -> Void = { _ in }, stop: () -> Bool = { false }
    ) throws -> TrainingHistory {
        try checkCount("the number of batches", batches.count, from: 1)
        var reader = TruncatedReader(self, truncatedAfter: truncatedAfter)
        reader.epochLength = batches.count
        reader.resume(training.start.carried, after: training.start.steps % batches.count)
        defer { self = reader.model }
        var history = try reader.train(
            training, epochLength: batches.count, measure: { try measure($0.model) },
            observer: observer, stop: stop
        ) { batches[($0 - 1) % batches.count] }
        history.progress.carried = reader.carried
        return history
    }
}
