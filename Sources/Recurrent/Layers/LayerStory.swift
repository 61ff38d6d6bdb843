/// A backward pass of one layer: the gradients, and what every step had to do with them.
public struct LayerStory<Scalar: RealScalar>: Sendable {
    /// The forward pass that was followed back.
    public let pass: LayerPass<Scalar>

    /// The gradients of the weights.
    public let gradient: LayerGradient<Scalar>

    /// dL/dx, shape `[T, B, D]`.
    public let inputGradient: SequenceBatch<Scalar>

    /// The numbers of the pass.
    let gradients: BackwardRecord<Scalar>

    /// dL/dh and dL/dc of the state before the first step.
    public var initialStateGradient: LayerState<Scalar> { stateGradient(at: 0) }

    /// dL/dh and dL/dc after a step; step 0 is the initial state.
    ///
    /// Each holds everything that depends on the state: later steps and, where there is one, the
    /// read-out of the step itself. That of c has in it what c does through h of its own step, as
    /// `retain_grad` gives it in PyTorch; `StateJacobian` holds h instead.
    /// - Throws: `RecurrentError.invalidValue` where there is no such step.
    public func stateGradient(after step: Int) throws(RecurrentError) -> LayerState<Scalar> {
        try pass.checkStep(step, from: 0)
        return stateGradient(at: step)
    }

    /// The gradient of a gate's sum, before its activation, at a step, shape `[B, H]`.
    ///
    /// - Throws: `RecurrentError.invalidValue` where there is no such gate or step.
    public func gateGradient(_ gate: Gate, at step: Int) throws(RecurrentError) -> Matrix<Scalar> {
        try pass.checkStep(step, from: 1)
        let record = pass.record
        return record.part(try record.column(of: gate), of: gradients.gates, at: step)
    }

    /// What one step adds to the gradients of the weights; over all steps they sum to `gradient`.
    ///
    /// - Throws: `RecurrentError.invalidValue` where there is no such step.
    public func contribution(ofStep step: Int) throws(RecurrentError) -> LayerGradient<Scalar> {
        try pass.checkStep(step, from: 1)
        return gradients.weightGradients(of: step - 1..<step, input: pass.input)
    }

    /// dL/dh and dL/dc after a step that there is.
    func stateGradient(at step: Int) -> LayerState<Scalar> {
        let record = pass.record
        let width = record.count * record.hidden
        let shape = Shape(record.count, record.hidden)
        return LayerState(
            hidden: Matrix(
                shape, unchecked: gradients.states.array(from: step * width, count: width)),
            cell: gradients.cells.count == 0
                ? nil
                : Matrix(
                    shape, unchecked: gradients.cells.array(from: step * width, count: width)))
    }
}

extension BackwardRecord {
    /// Adds up what some steps contribute to the gradients of the weights.
    func weightGradients(
        of chosen: Range<Int>, input: SequenceBatch<Scalar>, others: Int = 0,
        other: (Int) -> Void = { _ in }
    ) -> LayerGradient<Scalar> {
        input.elements.withUnsafeBufferPointer { numbers in
            weightGradients(
                of: chosen, inputs: numbers.baseAddress ?? UnsafePointer(gates.start),
                others: others, other: other)
        }
    }
}
