/// A backward pass of one layer: the gradients, and the contribution of every step.
public struct LayerStory<Scalar: RealScalar>: Sendable {
    /// The forward pass.
    public let pass: LayerPass<Scalar>

    /// The gradients of the weights.
    public let gradient: LayerGradient<Scalar>

    /// The intermediate results.
    let gradients: BackwardRecord<Scalar>

    /// dL/dx, shape `[T, B, D]`; it is computed whenever it is read.
    public var inputGradient: SequenceBatch<Scalar> { gradients.inputGradient(of: pass) }

    /// dL/dh and dL/dc of the state before the first step.
    public var initialStateGradient: LayerState<Scalar> { stateGradient(at: 0) }

    /// Returns dL/dh and dL/dc after a step; step 0 is the initial state.
    ///
    /// Each is the total derivative: through later steps and, if there is one, the step's own
    /// read-out. That of c includes its effect through h of the same step, as `retain_grad` does in
    /// PyTorch; `StateJacobian` holds h constant instead.
    /// - Throws: `RecurrentError.invalidValue` if there is no such step.
    public func stateGradient(after step: Int) throws(RecurrentError) -> LayerState<Scalar> {
        try pass.checkStep(step, from: 0)
        return stateGradient(at: step)
    }

    /// Returns the gradient of a gate's preactivation at a step, shape `[B, H]`.
    ///
    /// - Throws: `RecurrentError.invalidValue` if there is no such gate or step.
    public func gateGradient(_ gate: Gate, at step: Int) throws(RecurrentError) -> Matrix<Scalar> {
        try pass.checkStep(step, from: 1)
        let record = pass.record
        return record.part(try record.column(of: gate), of: gradients.gates, at: step)
    }

    /// Returns the contribution of one step to the gradients of the weights; the sum over all steps
    /// is `gradient`.
    ///
    /// - Throws: `RecurrentError.invalidValue` if there is no such step.
    public func contribution(ofStep step: Int) throws(RecurrentError) -> LayerGradient<Scalar> {
        try pass.checkStep(step, from: 1)
        return gradients.weightGradients(of: step - 1..<step, input: pass.input)
    }

    /// Returns dL/dh and dL/dc after an existing step.
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
    /// Adds up the contributions of some steps to the gradients of the weights.
    func weightGradients(
        of chosen: Range<Int>, input: SequenceBatch<Scalar>
    ) -> LayerGradient<Scalar> {
        input.elements.withUnsafeBufferPointer { numbers in
            weightGradients(
                of: chosen, inputs: numbers.baseAddress ?? UnsafePointer(gates.start))
        }
    }

    /// Computes dL/dx of every step.
    @_specialize(where Scalar == Double)
    @_specialize(where Scalar == Float)
    fileprivate func inputGradient(of pass: LayerPass<Scalar>) -> SequenceBatch<Scalar> {
        let weights = InputWeights(pass.layer, record)
        let rows = record.steps * record.count
        var gradient = [Scalar](repeating: 0, count: rows * record.inputs)
        gradient.withUnsafeMutableBufferPointer { gradient in
            // Unchecked: every part writes rows of its own.
            nonisolated(unsafe) let gradient = gradient
            let parts = record.productParts
            ThreadTeam.run(record.threads, parts: parts) { part, _ in
                guard let start = gradient.baseAddress else { return }
                inputGradients(rows: (0..<rows).share(part, of: parts), weights, into: start)
            }
        }
        return SequenceBatch(
            steps: record.steps, count: record.count, features: record.inputs,
            lengths: pass.input.lengths, unchecked: gradient)
    }
}
