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
        try checkSequence(sequence)
        var product: Matrix<Scalar> = try .identity(stateSize)
        for step in stride(from: later, to: earlier, by: -1) {
            product = product.times(stepJacobian(at: step, sequence: sequence))
        }
        return StateJacobian(product, hidden: record.hidden)
    }

    /// The number of elements of a sequence's state: H, or 2 H with a second state.
    var stateSize: Int { record.cell.hasCellState ? 2 * record.hidden : record.hidden }

    /// Returns how the whole state after a step that there is depends on that before it, shape
    /// `[S, S]` with S = H, or 2 H where there is a c: h comes first.
    ///
    /// Follows S unit gradients back through the one step at the same time.
    @_specialize(where Scalar == Double)
    @_specialize(where Scalar == Float)
    func stepJacobian(at step: Int, sequence: Int) -> Matrix<Scalar> {
        let (hidden, size) = (record.hidden, stateSize)
        let copies = record.copying(step: step, of: sequence, times: size, layer)
        let gradients = BackwardRecord(copies)
        for unit in 0..<hidden {
            gradients.state(1, unit)[unit] = 1
            if size > hidden { gradients.cell(1, hidden + unit)[unit] = 1 }
        }
        gradients.retrace(rows: 0..<size, steps: 0..<1, BackwardWeights(layer, copies))
        var elements: [Scalar] = []
        elements.reserveCapacity(size * size)
        for row in 0..<size {
            elements += UnsafeBufferPointer(start: gradients.state(0, row), count: hidden)
            guard size > hidden else { continue }
            elements += UnsafeBufferPointer(start: gradients.cell(0, row), count: hidden)
        }
        return Matrix(Shape(size, size), unchecked: elements)
    }
}

extension StateJacobian {
    /// Takes the blocks of the derivative of a whole state.
    fileprivate init(_ whole: Matrix<Scalar>, hidden: Int) {
        func block(_ row: Int, _ column: Int) -> Matrix<Scalar> {
            Matrix(
                Shape(hidden, hidden),
                unchecked: (row..<row + hidden).flatMap { row in
                    let start = row * whole.columns + column
                    return whole.elements[start..<start + hidden]
                })
        }
        let hasCell = whole.rows > hidden
        self.init(
            hiddenByHidden: block(0, 0), hiddenByCell: hasCell ? block(0, hidden) : nil,
            cellByHidden: hasCell ? block(hidden, 0) : nil,
            cellByCell: hasCell ? block(hidden, hidden) : nil)
    }
}

extension LayerRecord {
    /// Returns a record of one step in which every sequence is the same one of this record.
    fileprivate func copying(
        step: Int, of sequence: Int, times: Int, _ layer: RecurrentLayer<Scalar>
    ) -> LayerRecord {
        let mask = mask.map { mask in
            let isComputed = mask.contains(step: step - 1, row: sequence)
            return StepMask(steps: Array(repeating: isComputed ? 0..<1 : 0..<0, count: times))
        }
        let copy = LayerRecord(layer, steps: 1, count: times, mask: mask, kernels: .plain)
        for row in 0..<times {
            for t in 0...1 {
                copy.state(t, row).update(from: state(step - 1 + t, sequence), count: hidden)
                guard cells.count > 0 else { continue }
                copy.cell(t, row).update(from: cell(step - 1 + t, sequence), count: hidden)
            }
            for (own, other) in zip(copy.segments, segments) {
                let source = other.start + ((step - 1) * count + sequence) * other.width
                (copy.gates.start + own.start + row * own.width)
                    .update(from: gates.start + source, count: own.width)
            }
            guard kept.count > 0 else { continue }
            copy.kept(0, row).update(from: kept(step - 1, sequence), count: hidden)
        }
        return copy
    }
}
