/// The derivatives of a later state of a layer with respect to an earlier one, for one sequence.
///
/// The state of an LSTM is the pair (h, c): each block is a partial derivative with the other part
/// of the earlier state held constant, so that the blocks of consecutive steps multiply by the
/// chain rule. In particular ∂c_t/∂c_{t-1} is diag(f_t); `LayerPass.carousel(at:sequence:)` adds
/// the effect of c_{t-1} through h_{t-1}.
public struct StateJacobian<Scalar: RealScalar>: Equatable, Sendable {
    /// ∂h_t/∂h_k, shape `[H, H]`.
    public let hiddenByHidden: Matrix<Scalar>

    /// ∂h_t/∂c_k with h_k held constant, shape `[H, H]`; `nil` without a cell state.
    public let hiddenByCell: Matrix<Scalar>?

    /// ∂c_t/∂h_k with c_k held constant, shape `[H, H]`; `nil` without a cell state.
    public let cellByHidden: Matrix<Scalar>?

    /// ∂c_t/∂c_k with h_k held constant, shape `[H, H]`; `nil` without a cell state.
    public let cellByCell: Matrix<Scalar>?
}

extension LayerPass {
    /// Returns the Jacobian of the state after a step with respect to the state after an earlier
    /// one.
    ///
    /// - Parameters:
    ///   - later: t, from 0 to T.
    ///   - earlier: k, from 0 to t.
    ///   - sequence: the index of the sequence in the batch.
    /// - Throws: `RecurrentError.invalidValue` if there is no such step or sequence.
    public func jacobian(
        of later: Int, withRespectTo earlier: Int, sequence: Int = 0
    ) throws(RecurrentError) -> StateJacobian<Scalar> {
        try checkStep(later, from: 0)
        guard (0...later).contains(earlier) else {
            throw .invalidValue(
                name: "the earlier step", value: "\(earlier)", needed: "from 0 to \(later)")
        }
        return try jacobians(of: later, sequence: sequence)[earlier]
    }

    /// Returns the Jacobians of the state after a step with respect to each state from step 0 up to
    /// its own.
    ///
    /// Propagates H unit gradients of h, and H of c if there is one, back at the same time.
    @_specialize(where Scalar == Double)
    @_specialize(where Scalar == Float)
    func jacobians(
        of later: Int, sequence: Int
    ) throws(RecurrentError) -> [StateJacobian<Scalar>] {
        try checkSequence(sequence)
        let hidden = record.hidden
        let seeds = record.cell.hasCellState ? 2 * hidden : hidden
        let copies = record.copying(
            sequence: sequence, times: seeds, steps: later, of: layer)
        let gradients = BackwardRecord(copies)
        for unit in 0..<hidden {
            gradients.state(later, unit)[unit] = 1
            if seeds > hidden { gradients.cell(later, hidden + unit)[unit] = 1 }
        }
        let weights = BackwardWeights(layer, copies.layout, copies.kernels)
        gradients.retrace(rows: 0..<seeds, steps: 0..<later, weights)
        return (0...later).map { step in
            func block(_ buffer: ScalarBuffer<Scalar>, _ row: Int) -> Matrix<Scalar> {
                Matrix(
                    Shape(hidden, hidden),
                    unchecked: buffer.array(
                        from: (step * seeds + row) * hidden, count: hidden * hidden))
            }
            let byCell = seeds > hidden ? cellBlocks(gradients, later, step) : []
            return StateJacobian(
                hiddenByHidden: block(gradients.states, 0),
                hiddenByCell: byCell.first,
                cellByHidden: byCell.isEmpty ? nil : block(gradients.states, hidden),
                cellByCell: byCell.last)
        }
    }

    /// Returns ∂h_t/∂c_k and ∂c_t/∂c_k with h_k held constant.
    ///
    /// The backward pass adds to the gradients of c what comes through h of the same step. The
    /// derivative needed here excludes that: it is the complete gradient at the next step times f.
    private func cellBlocks(
        _ gradients: BackwardRecord<Scalar>, _ later: Int, _ step: Int
    ) -> [Matrix<Scalar>] {
        let hidden = record.hidden
        let shape = Shape(hidden, hidden)
        guard step < later else {
            return [.zeros(shape), .diagonal(Array(repeating: 1, count: hidden))]
        }
        let copies = gradients.record
        let isComputed = copies.mask?.contains(step: step, row: 0) ?? true
        let forget = try? copies.column(of: .forget)
        return [0, hidden].map { first in
            var block = Matrix<Scalar>.zeros(shape)
            for row in 0..<hidden {
                let after = gradients.cell(step + 1, first + row)
                let gates = copies.gates(step, first + row) + (forget ?? 0) * hidden
                for unit in 0..<hidden {
                    let kept = isComputed && forget != nil ? gates[unit] : 1
                    block.elements[row * hidden + unit] = after[unit] * kept
                }
            }
            return block
        }
    }
}

extension LayerRecord {
    /// Returns a record of some steps in which every sequence is a copy of one sequence of this
    /// record.
    fileprivate func copying(
        sequence: Int, times: Int, steps chosen: Int, of layer: RecurrentLayer<Scalar>
    ) -> LayerRecord {
        let mask = mask.map { mask in
            StepMask(steps: Array(repeating: mask.steps[sequence], count: times))
        }
        let copy = LayerRecord(layer, steps: chosen, count: times, mask: mask, kernels: .plain)
        for t in 0...chosen {
            for row in 0..<times {
                copy.state(t, row).update(from: state(t, sequence), count: hidden)
                if cells.count > 0 {
                    copy.cell(t, row).update(from: cell(t, sequence), count: hidden)
                }
                guard t < chosen else { continue }
                copy.gates(t, row).update(from: gates(t, sequence), count: recordWidth)
                if kept.count > 0 {
                    copy.kept(t, row).update(from: kept(t, sequence), count: hidden)
                }
            }
        }
        return copy
    }
}
