/// A forward pass of one layer, with all intermediate values.
public struct LayerPass<Scalar: RealScalar>: Sendable {
    /// The layer with the weights of the pass.
    public let layer: RecurrentLayer<Scalar>

    /// The input, shape `[T, B, D]`.
    public let input: SequenceBatch<Scalar>

    /// The intermediate values.
    let record: LayerRecord<Scalar>

    /// T, the number of steps.
    public var steps: Int { record.steps }

    /// h after every step, shape `[T, B, H]`; zeros after the end of a shorter sequence.
    public var output: SequenceBatch<Scalar> {
        let width = record.count * record.hidden
        var elements = record.states.array(from: width, count: record.steps * width)
        record.eraseIdleSteps(of: &elements)
        return SequenceBatch(
            steps: record.steps, count: record.count, features: record.hidden,
            lengths: input.lengths, unchecked: elements)
    }

    /// The state after the last step of each sequence.
    public var finalState: LayerState<Scalar> { state(at: record.steps) }

    /// Returns the state after a step; step 0 is the initial state.
    ///
    /// - Throws: `RecurrentError.invalidValue` if there is no such step.
    public func state(after step: Int) throws(RecurrentError) -> LayerState<Scalar> {
        try checkStep(step, from: 0)
        return state(at: step)
    }

    /// Returns the values of a gate at a step, shape `[B, H]`; for an Elman cell, its state.
    ///
    /// - Throws: `RecurrentError.invalidValue` if there is no such gate or step.
    @_specialize(where Scalar == Double)
    @_specialize(where Scalar == Float)
    public func gate(_ gate: Gate, at step: Int) throws(RecurrentError) -> Matrix<Scalar> {
        try checkStep(step, from: 1)
        if gate == .state, case .elman = record.cell { return state(at: step).hidden }
        return record.part(try record.column(of: gate), of: record.gates, at: step)
    }

    /// Returns the values of a gate for one sequence at every step, shape `[T, H]`.
    ///
    /// - Throws: `RecurrentError.invalidValue` if there is no such gate or sequence.
    public func gateOverTime(
        _ gate: Gate, sequence: Int = 0
    ) throws(RecurrentError) -> Matrix<Scalar> {
        try checkSequence(sequence)
        var rows: [Scalar] = []
        for step in 1...steps { rows += try self.gate(gate, at: step).row(sequence).elements }
        return Matrix(Shape(steps, record.hidden), unchecked: rows)
    }

    /// Returns h of one sequence after every step, shape `[T, H]`.
    ///
    /// - Throws: `RecurrentError.invalidValue` if there is no such sequence.
    public func hiddenOverTime(sequence: Int = 0) throws(RecurrentError) -> Matrix<Scalar> {
        try checkSequence(sequence)
        let rows = (1...steps).flatMap { state(at: $0).hidden.row(sequence).elements }
        return Matrix(Shape(steps, record.hidden), unchecked: rows)
    }

    /// Returns c of one sequence after every step, shape `[T, H]`, or `nil` without a cell state.
    ///
    /// - Throws: `RecurrentError.invalidValue` if there is no such sequence.
    public func cellOverTime(sequence: Int = 0) throws(RecurrentError) -> Matrix<Scalar>? {
        try checkSequence(sequence)
        guard record.cell.hasCellState else { return nil }
        let rows = (1...steps).flatMap { state(at: $0).cell?.row(sequence).elements ?? [] }
        return Matrix(Shape(steps, record.hidden), unchecked: rows)
    }

    /// Returns z, the preactivation of an Elman cell at a step, shape `[B, H]`.
    ///
    /// - Throws: `RecurrentError.invalidValue` for another cell, or if there is no such step.
    public func preactivation(at step: Int) throws(RecurrentError) -> Matrix<Scalar> {
        try checkStep(step, from: 1)
        guard case .elman = record.cell else {
            throw .invalidValue(
                name: "the cell", value: "\(record.cell)", needed: "an Elman cell to have one sum")
        }
        return record.part(0, of: record.gates, at: step)
    }

    /// Throws if there is no such step in the pass.
    package func checkStep(_ step: Int, from first: Int) throws(RecurrentError) {
        guard step >= first, step <= record.steps else {
            throw .invalidValue(
                name: "the step", value: "\(step)", needed: "from \(first) to \(record.steps)")
        }
    }

    /// Throws if there is no such sequence in the batch.
    package func checkSequence(_ sequence: Int) throws(RecurrentError) {
        guard (0..<record.count).contains(sequence) else {
            throw .invalidValue(
                name: "the sequence", value: "\(sequence)", needed: "from 0 to \(record.count - 1)")
        }
    }

    /// Returns the state after an existing step.
    func state(at step: Int) -> LayerState<Scalar> {
        let width = record.count * record.hidden
        let shape = Shape(record.count, record.hidden)
        return LayerState(
            hidden: Matrix(
                shape, unchecked: record.states.array(from: step * width, count: width)),
            cell: record.cells.count == 0
                ? nil
                : Matrix(shape, unchecked: record.cells.array(from: step * width, count: width)))
    }
}

extension LayerRecord {
    /// Returns one part of a buffer with this layout for a step, shape `[B, H]`.
    func part(_ column: Int, of buffer: ScalarBuffer<Scalar>, at step: Int) -> Matrix<Scalar> {
        var elements: [Scalar] = []
        elements.reserveCapacity(count * hidden)
        for row in 0..<count {
            let start = ((step - 1) * count + row) * recordWidth + column * hidden
            elements += buffer.array(from: start, count: hidden)
        }
        return Matrix(Shape(count, hidden), unchecked: elements)
    }

    /// Returns the column of the record that contains a gate.
    func column(of gate: Gate) throws(RecurrentError) -> Int {
        guard let index = cell.gates.firstIndex(of: gate) else {
            let names = cell.gates.map(\.rawValue).joined(separator: ", ")
            throw .invalidValue(
                name: "the gate", value: gate.rawValue, needed: "one of \(names) for this cell")
        }
        return layout.gateColumns[index]
    }

    /// Sets the values of steps that were not computed to zero, in a `[T, B, H]` array.
    func eraseIdleSteps(of elements: inout [Scalar]) {
        guard let mask else { return }
        for t in 0..<steps {
            for row in 0..<count where !mask.contains(step: t, row: row) {
                let start = (t * count + row) * hidden
                for index in start..<start + hidden { elements[index] = 0 }
            }
        }
    }
}
