/// The norms ‖∂output_t/∂x_k‖₂ of all pairs of steps, through all layers and directions.
public struct InputInfluence: Equatable, Sendable {
    /// For each output step t from 1 to T, the norms for the input steps k from 1 on: up to t, or up to
    /// T if some layer reads backward.
    public let rows: [[Double]]

    /// Returns the norm for an output step and an input step, both counted from 1; `nil` if there is
    /// none.
    public func norm(ofOutput output: Int, byInput input: Int) -> Double? {
        guard rows.indices.contains(output - 1), rows[output - 1].indices.contains(input - 1)
        else { return nil }
        return rows[output - 1][input - 1]
    }
}

extension StackPass {
    /// Returns how the outputs of the last layer depend on the inputs of one sequence.
    ///
    /// Takes one way back for every step, with as many sequences as there are outputs.
    /// - Throws: `RecurrentError.invalidValue` if the sequence does not exist.
    public func inputInfluence(sequence: Int = 0) throws(RecurrentError) -> InputInfluence {
        try inputInfluence(of: .identity(outputSize), sequence: sequence)
    }

    /// Returns how some linear functions of the outputs depend on the inputs of one sequence.
    ///
    /// - Parameter functions: one in each row.
    func inputInfluence(
        of functions: Matrix<Scalar>, sequence: Int
    ) throws(RecurrentError) -> InputInfluence {
        try passes[0][0].checkSequence(sequence)
        let count = functions.rows
        let stack = try RecurrentStack(passes.map { $0.map(\.layer) })
        let length = input.lengths?[sequence] ?? input.steps
        var elements: [Scalar] = []
        for step in 0..<length {
            let start = (step * input.count + sequence) * input.features
            for _ in 0..<count { elements += input.elements[start..<start + input.features] }
        }
        let copies = SequenceBatch(
            steps: length, count: count, features: input.features, lengths: nil,
            unchecked: elements)
        let pass = try stack.forward(copies, from: initialStates(of: sequence, times: count))
        var rows = [[Double]](repeating: [], count: length)
        // Every thread has a way back of its own, and the steps are dealt out, since later ones take
        // longer.
        let isLarge = count > 32 && length > 16
        let threads = isLarge ? stack.computation.threads ?? ThreadTeam.coreCount : 1
        rows.withUnsafeMutableBufferPointer { rows in
            // Unchecked: every part writes the rows of its own steps.
            nonisolated(unsafe) let rows = rows
            ThreadTeam.run(threads, parts: threads) { part, _ in
                let way = InputRetrace(pass)
                for step in stride(from: part + 1, through: length, by: threads) {
                    rows[step - 1] = norms(
                        of: functions, after: step,
                        of: stack.isBidirectional ? length : step, way)
                }
            }
        }
        return InputInfluence(rows: rows)
    }

    /// Returns how linear functions of the outputs after a step depend on each of the inputs up to a
    /// last one.
    private func norms(
        of functions: Matrix<Scalar>, after step: Int, of last: Int,
        _ way: InputRetrace<Scalar>
    ) -> [Double] {
        let (count, features) = (functions.rows, outputSize)
        var asked = [Scalar](repeating: 0, count: last * count * features)
        let start = (step - 1) * count * features
        asked.replaceSubrange(
            start..<start + functions.elements.count, with: functions.elements)
        let gradient = way.inputGradients(
            SequenceBatch(
                steps: last, count: count, features: features, lengths: nil, unchecked: asked))
        let size = count * gradient.features
        return (0..<last).map { earlier in
            Double(
                Matrix<Scalar>(
                    Shape(count, gradient.features),
                    unchecked: Array(gradient.elements[earlier * size..<(earlier + 1) * size])
                ).largestSingularValue)
        }
    }

    /// The states before the first step of one sequence, several times.
    private func initialStates(of sequence: Int, times count: Int) -> [LayerState<Scalar>] {
        passes.flatMap { $0 }.map { pass in
            let state = pass.state(at: 0)
            func copied(_ matrix: Matrix<Scalar>) -> Matrix<Scalar> {
                Matrix(
                    Shape(count, matrix.columns),
                    unchecked: (0..<count).flatMap { _ in matrix.row(sequence).elements })
            }
            return LayerState(hidden: copied(state.hidden), cell: state.cell.map(copied))
        }
    }
}

extension ModelPass {
    /// Returns how the outputs that the model would give after each step depend on the vectors that it
    /// reads, for one sequence.
    ///
    /// - Throws: `RecurrentError.invalidValue` if the sequence does not exist.
    public func inputInfluence(sequence: Int = 0) throws(RecurrentError) -> InputInfluence {
        try stackPass.inputInfluence(of: model.readOutWeight, sequence: sequence)
    }
}
