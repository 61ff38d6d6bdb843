/// The nested expansion of the gradient of a layer's weight θ, evaluated from the inside out.
///
/// The bracket of step k is ∂h_k/∂θ, for an LSTM also ∂c_k/∂θ: the direct term of the step, plus the
/// derivatives of the step's state times the brackets of the step before. With h′ = ∂h/∂θ and
/// c′ = ∂c/∂θ,
///
/// - LSTM: c′_k = D_k + f_k c′_{k-1} + A_k h′_{k-1} and h′_k = o_k g′(c_k) c′_k + B_k h′_{k-1} + E_k,
/// - GRU: h′_k = D_k + z_k h′_{k-1} + A_k h′_{k-1},
/// - other cells with one state: h′_k = D_k + A_k h′_{k-1},
/// - equations with two states: c′_k = D_k + C_k c′_{k-1} + A_k h′_{k-1} and
///   h′_k = E_k + S_k c′_{k-1} + B_k h′_{k-1}, with the blocks of the state's Jacobian,
///
/// where D and E are direct terms, A is the effect of h_{k-1} through all gates but the output gate, and
/// B that through the output gate. In general h′_k has a row per unit and a column per element of θ.
///
/// - Source: Williams and Zipser 1989, real-time recurrent learning.
public struct StateBrackets<Scalar: RealScalar>: Equatable, Sendable {
    /// The bracket of one step.
    public struct Bracket: Equatable, Sendable {
        /// k, the step.
        public let step: Int
        /// The gates of the cell at the step, each of shape `[H, 1]`.
        public let gates: [Gate: Matrix<Scalar>]
        /// D_k, the direct term of the inner bracket, shape `[H, n]`.
        public let direct: Matrix<Scalar>
        /// f_k of an LSTM or z_k of a GRU, shape `[H, 1]`; C_k = ∂c_k/∂c_{k-1} of equations with two
        /// states, `[H, H]`; `nil` for other cells.
        public let kept: Matrix<Scalar>?
        /// A_k, shape `[H, H]`.
        public let throughGates: Matrix<Scalar>
        /// c′_k of a cell with two states, h′_k of others, shape `[H, n]`.
        public let inner: Matrix<Scalar>
        /// The part of a cell with two states that leads to h; `nil` for other cells.
        public let output: Output?

        /// h′_k, shape `[H, n]`.
        public var value: Matrix<Scalar> { output?.value ?? inner }
    }

    /// The part of a step that leads to h if there are two states.
    public struct Output: Equatable, Sendable {
        /// o_k g′(c_k) of an LSTM, shape `[H, 1]`; S_k = ∂h_k/∂c_{k-1} of equations, `[H, H]`.
        public let slope: Matrix<Scalar>
        /// E_k, shape `[H, n]`: the direct term; of an LSTM that of weights of the output gate, and
        /// zeros for others.
        public let direct: Matrix<Scalar>
        /// B_k, shape `[H, H]`.
        public let throughGate: Matrix<Scalar>
        /// h′_k, shape `[H, n]`.
        public let value: Matrix<Scalar>
    }

    /// The name of the weight, for example `weightHH`.
    public let weight: String

    /// The gate whose rows of the weight these are, or `nil` for a cell without gates.
    public let gate: Gate?

    /// ∂L/∂h_T, shape `[1, H]`.
    public let outputGradient: Matrix<Scalar>

    /// The brackets from the innermost, step 1, to the outermost, step T.
    public let brackets: [Bracket]

    /// The whole expression: the gradient of the weight, or of the gate's rows of it.
    public let value: Matrix<Scalar>
}

extension LayerStory {
    /// Evaluates the nested expansion of the gradient of a weight.
    ///
    /// - Parameters:
    ///   - weight: the name of the weight as in `LayerGradient.parts`: `weightHH`, `weightIH`, `biasIH`, or
    ///     that of a user-defined cell.
    ///   - gate: the gate whose rows of the weight are meant; `nil` for a cell without gates.
    /// - Throws: `RecurrentError.invalidValue` if there is no such weight or gate, or if the gradient is
    ///   not that of one loss after the last step of one sequence.
    public func stateBrackets(
        for weight: String, gate: Gate? = nil
    ) throws(RecurrentError) -> StateBrackets<Scalar> {
        let whole = try part(named: weight, of: gradient)
        let rows = try rows(of: gate, in: whole)
        guard pass.record.count == 1 else { throw unfit }
        var brackets: [StateBrackets<Scalar>.Bracket] = []
        for step in 1...pass.steps {
            brackets.append(
                try bracket(at: step, after: brackets.last, of: weight, gate, rows))
        }
        let outer = stateGradient(at: pass.steps).hidden
        let block = whole.rows(rows)
        let flat = outer.times(brackets[pass.steps - 1].value)
        let value = Matrix(block.shape, unchecked: flat.elements)
        let limit = Double(Scalar.ulpOfOne.squareRoot()) * Double(block.norm)
        guard !(Double(try (value - block).norm) > limit) else { throw unfit }
        return StateBrackets(
            weight: weight, gate: gate, outputGradient: outer, brackets: brackets, value: value)
    }

    /// The error of a pass whose gradient is no single expansion.
    private var unfit: RecurrentError {
        .invalidValue(
            name: "the pass", value: "one with several sequences or losses, or a truncated one",
            needed: "one sequence with a single loss after its last step")
    }

    /// Returns the bracket of a step from that of the step before.
    private func bracket(
        at step: Int, after before: StateBrackets<Scalar>.Bracket?, of weight: String,
        _ gate: Gate?, _ rows: Range<Int>
    ) throws(RecurrentError) -> StateBrackets<Scalar>.Bracket {
        let cell = pass.layer.cell
        var gates: [Gate: Matrix<Scalar>] = [:]
        for gate in cell.gates where gate != .state {
            gates[gate] = try pass.gate(gate, at: step).transposed
        }
        let jacobian = try pass.jacobian(of: step, withRespectTo: step - 1)
        let direct = try directTerms(at: step, of: weight, rows)
        let hidden = before?.value ?? .zeros(direct.hidden.shape)
        guard case .lstm = cell else {
            if let memory = direct.cell {
                return try bracket(
                    at: step, jacobian, direct.hidden, memory,
                    before?.inner ?? .zeros(memory.shape),
                    hidden)
            }
            var through = jacobian.hiddenByHidden
            let kept = gates[.update]
            if let kept {
                for unit in 0..<through.rows { through[unit, unit] -= kept.elements[unit] }
            }
            var inner = try direct.hidden + through.times(hidden)
            if let kept { inner = try inner + hidden.scalingRows(by: kept) }
            return .init(
                step: step, gates: gates, direct: direct.hidden, kept: kept, throughGates: through,
                inner: inner, output: nil)
        }
        // Without a forget gate, all of c is kept.
        let kept = gates[.forget] ?? .column(Array(repeating: 1, count: hidden.rows))
        let through = jacobian.cellByHidden ?? .zeros(jacobian.hiddenByHidden.shape)
        let memory = before?.inner ?? .zeros(hidden.shape)
        let inner =
            try (direct.cell ?? .zeros(hidden.shape)) + memory.scalingRows(by: kept)
            + through.times(hidden)
        let output = try output(at: step, gate, direct.hidden, inner, hidden)
        return .init(
            step: step, gates: gates, direct: direct.cell ?? .zeros(hidden.shape), kept: kept,
            throughGates: through, inner: inner, output: output)
    }

    /// Returns the bracket of a step of equations with two states.
    private func bracket(
        at step: Int, _ jacobian: StateJacobian<Scalar>, _ direct: Matrix<Scalar>,
        _ directMemory: Matrix<Scalar>, _ memory: Matrix<Scalar>, _ hidden: Matrix<Scalar>
    ) throws(RecurrentError) -> StateBrackets<Scalar>.Bracket {
        let none = Matrix<Scalar>.zeros(jacobian.hiddenByHidden.shape)
        let kept = jacobian.cellByCell ?? none
        let through = jacobian.cellByHidden ?? none
        let slope = jacobian.hiddenByCell ?? none
        return .init(
            step: step, gates: [:], direct: directMemory, kept: kept, throughGates: through,
            inner: try directMemory + kept.times(memory) + through.times(hidden),
            output: .init(
                slope: slope, direct: direct, throughGate: jacobian.hiddenByHidden,
                value: try direct + slope.times(memory) + jacobian.hiddenByHidden.times(hidden)))
    }

    /// Returns the part of an LSTM's step from c to h.
    private func output(
        at step: Int, _ gate: Gate?, _ direct: Matrix<Scalar>, _ inner: Matrix<Scalar>,
        _ hidden: Matrix<Scalar>
    ) throws(RecurrentError) -> StateBrackets<Scalar>.Output {
        let o = try pass.gate(.output, at: step).elements
        let c = pass.state(at: step).cell?.elements ?? []
        let bent = c.map { Activation.tanh($0) }
        let slope = Matrix<Scalar>.column(zip(o, bent).map { $0 * (1 - $1 * $1) })
        let opening = Matrix<Scalar>.column(zip(o, bent).map { $1 * ($0 * (1 - $0)) })
        let rows = try rows(of: .output, in: pass.layer.weightHH)
        let through = pass.layer.weightHH.rows(rows).scalingRows(by: opening)
        let own = gate == .output ? direct : .zeros(direct.shape)
        return .init(
            slope: slope, direct: own, throughGate: through,
            value: try inner.scalingRows(by: slope) + through.times(hidden) + own)
    }

    /// Returns ∂h_k/∂θ and ∂c_k/∂θ with the state before the step held constant, for some rows of θ.
    private func directTerms(
        at step: Int, of weight: String, _ rows: Range<Int>
    ) throws(RecurrentError) -> (hidden: Matrix<Scalar>, cell: Matrix<Scalar>?) {
        let layer = pass.layer
        let input = try pass.input.step(step)
        let one = try layer.forward(
            SequenceBatch(
                steps: 1, count: 1, features: input.columns, lengths: nil,
                unchecked: input.elements), from: pass.state(at: step - 1))
        let size = layer.hiddenSize
        let none = Matrix<Scalar>.zeros(Shape(1, size))
        func derivatives(ofCell isCell: Bool) throws(RecurrentError) -> Matrix<Scalar> {
            var elements: [Scalar] = []
            for unit in 0..<size {
                var asked = none
                asked[0, unit] = 1
                let story = try layer.backward(
                    one,
                    finalStateGradient: LayerState(
                        hidden: isCell ? none : asked, cell: isCell ? asked : nil))
                elements += try part(named: weight, of: story.gradient).rows(rows).elements
            }
            return Matrix(Shape(size, elements.count / size), unchecked: elements)
        }
        let hidden = try derivatives(ofCell: false)
        return (hidden, layer.cell.hasCellState ? try derivatives(ofCell: true) : nil)
    }

    /// Returns the gradient of a weight.
    private func part(
        named name: String, of gradient: LayerGradient<Scalar>
    ) throws(RecurrentError) -> Matrix<Scalar> {
        let parts = gradient.parts
        guard let part = parts.first(where: { $0.name == name }) else {
            throw .invalidValue(
                name: "the weight", value: name,
                needed: "one of \(parts.map(\.name).joined(separator: ", "))")
        }
        return part.gradient
    }

    /// Returns the rows of a gate in a weight, or all of them for a cell without gates.
    private func rows(
        of gate: Gate?, in weight: Matrix<Scalar>
    ) throws(RecurrentError) -> Range<Int> {
        let gates = pass.layer.cell.gates
        guard let gate else {
            guard gates.count <= 1 else {
                throw .invalidValue(
                    name: "the gate", value: "nil",
                    needed: "one of \(gates.map(\.rawValue).joined(separator: ", ")) for this cell")
            }
            return 0..<weight.rows
        }
        guard let index = gates.firstIndex(of: gate) else {
            throw .invalidValue(
                name: "the gate", value: gate.rawValue,
                needed: gates.isEmpty
                    ? "nil: equations name their weights one by one"
                    : "one of \(gates.map(\.rawValue).joined(separator: ", ")) for this cell")
        }
        let size = pass.layer.hiddenSize
        return index * size..<(index + 1) * size
    }
}
