/// The total derivative dc_t/dc_{t-1} of an LSTM, split into the direct path and the paths through
/// h_{t-1} and the gates.
///
/// With h_{t-1} = o_{t-1} tanh(c_{t-1}), dc_t/dc_{t-1} = diag(f_t) + Σ (∂c_t/∂gate)(∂gate/∂h_{t-1})
/// diag(o_{t-1} (1 - tanh² c_{t-1})). The "constant error carousel" is the first term alone;
/// `pathShare` measures the others.
///
/// - Source: Hochreiter and Schmidhuber 1997, section 3.2, which omits the other terms.
public struct CarouselSplit<Scalar: RealScalar>: Equatable, Sendable {
    /// diag(f_t), shape `[H, H]`; the identity without a forget gate.
    public let kept: Matrix<Scalar>

    /// The path through h_{t-1} and the forget gate, shape `[H, H]`; `nil` without one.
    public let throughForget: Matrix<Scalar>?

    /// The path through h_{t-1} and the input gate, shape `[H, H]`.
    public let throughInput: Matrix<Scalar>

    /// The path through h_{t-1} and the candidate, shape `[H, H]`.
    public let throughCandidate: Matrix<Scalar>

    /// dc_t/dc_{t-1}, the sum of all parts, shape `[H, H]`.
    public var total: Matrix<Scalar> {
        var sum = kept
        for part in [throughForget, throughInput, throughCandidate] {
            guard let part else { continue }
            for index in sum.elements.indices { sum.elements[index] += part.elements[index] }
        }
        return sum
    }

    /// The ratio of the norms of the gate paths and the direct path; 0 for a perfect carousel.
    public var pathShare: Double {
        var paths = total
        for index in paths.elements.indices { paths.elements[index] -= kept.elements[index] }
        let norm = euclideanNorm(of: kept.elements)
        let share = euclideanNorm(of: paths.elements)
        return share == 0 ? 0 : share / norm
    }
}

extension LayerPass {
    /// Returns dc_t/dc_{t-1} of one sequence, split into diag(f) and the paths through the gates.
    ///
    /// At step 1 there are no such paths: h_0 is given and does not depend on c_0. After the end of
    /// a shorter sequence its cell state is held, and the derivative is the identity.
    ///
    /// - Parameters:
    ///   - step: t, from 1 to T.
    ///   - sequence: the index of the sequence in the batch.
    /// - Throws: `RecurrentError.invalidValue` for a cell without c, or if there is no such step or
    ///   sequence.
    public func carousel(
        at step: Int, sequence: Int = 0
    ) throws(RecurrentError) -> CarouselSplit<Scalar> {
        try checkStep(step, from: 1)
        try checkSequence(sequence)
        guard case .lstm = record.cell else {
            throw .invalidValue(
                name: "the cell", value: "\(record.cell)", needed: "an LSTM, which has a cell state"
            )
        }
        let isComputed = record.mask?.contains(step: step - 1, row: sequence) ?? true
        let hidden = record.hidden
        guard isComputed else {
            let none = Matrix<Scalar>.zeros(Shape(hidden, hidden))
            return CarouselSplit(
                kept: .diagonal(Array(repeating: 1, count: hidden)),
                throughForget: record.cell == .lstm ? none : nil, throughInput: none,
                throughCandidate: none)
        }
        let cell = record.cell(step - 1, sequence)
        let input = try numbers(of: .input, step, sequence)
        let candidate = try numbers(of: .candidate, step, sequence)
        let forget = record.cell == .lstm ? try numbers(of: .forget, step, sequence) : nil
        let shown = try slopeOfState(before: step, sequence)
        var throughForget: Matrix<Scalar>?
        if let forget {
            throughForget = path(
                .forget, (0..<hidden).map { cell[$0] * forget[$0] * (1 - forget[$0]) }, shown)
        }
        return CarouselSplit(
            kept: .diagonal(forget ?? Array(repeating: 1, count: hidden)),
            throughForget: throughForget,
            throughInput: path(
                .input,
                (0..<hidden).map { candidate[$0] * input[$0] * (1 - input[$0]) }, shown),
            throughCandidate: path(
                .candidate,
                (0..<hidden).map { input[$0] * (1 - candidate[$0] * candidate[$0]) }, shown))
    }

    /// Returns the values of a gate for one sequence at a step.
    private func numbers(
        of gate: Gate, _ step: Int, _ sequence: Int
    ) throws(RecurrentError) -> [Scalar] {
        let start = record.gates(step - 1, sequence) + (try record.column(of: gate)) * record.hidden
        return (0..<record.hidden).map { start[$0] }
    }

    /// Returns ∂h_{t-1}/∂c_{t-1} = o (1 - tanh² c) of the step before; zeros if h was given or
    /// held.
    private func slopeOfState(
        before step: Int, _ sequence: Int
    ) throws(RecurrentError) -> [Scalar] {
        let isComputed =
            step > 1 && (record.mask?.contains(step: step - 2, row: sequence) ?? true)
        guard isComputed else { return Array(repeating: 0, count: record.hidden) }
        let output = try numbers(of: .output, step - 1, sequence)
        let cell = record.cell(step - 1, sequence)
        return output.indices.map { unit in
            let squashed = Activation.tanh(cell[unit])
            return output[unit] * (1 - squashed * squashed)
        }
    }

    /// Returns diag(slopes) times a gate's recurrent weights times diag(shown).
    private func path(
        _ gate: Gate, _ slopes: [Scalar], _ shown: [Scalar]
    ) -> Matrix<Scalar> {
        let hidden = record.hidden
        let first = (record.cell.gates.firstIndex(of: gate) ?? 0) * hidden
        var result = Matrix<Scalar>.zeros(Shape(hidden, hidden))
        for row in 0..<hidden {
            for column in 0..<hidden {
                let weight = layer.weightHH.elements[(first + row) * hidden + column]
                result.elements[row * hidden + column] = slopes[row] * weight * shown[column]
            }
        }
        return result
    }
}
