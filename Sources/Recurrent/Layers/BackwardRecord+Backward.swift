extension BackwardRecord {
    /// Propagates the gradients of some sequences back through some steps.
    ///
    /// δ of a step is g′(z) times dL/dH; the state before it gets Wᵀ δ in addition to the gradient
    /// of its own outputs.
    ///
    /// - Parameters:
    ///   - reach: the steps of each sequence that backpropagation goes through; it is truncated
    ///     before the first of them. `nil` for all.
    ///   - asked: gradients of h after each step, `[T, B, H]`; empty for zeros.
    /// - Source: Werbos 1990, Backpropagation through time: what it does and how to do it.
    @_specialize(where Scalar == Double)
    @_specialize(where Scalar == Float)
    func retrace(
        rows: Range<Int>, steps: Range<Int>, reach: StepMask? = nil,
        _ weights: BackwardWeights<Scalar>,
        asked: UnsafeBufferPointer<Scalar> = .init(start: nil, count: 0)
    ) {
        for t in steps.reversed() {
            begin(t, rows: rows, asked: asked)
            reach.visit(step: t, rows: rows) { reached in
                record.mask.visit(step: t, rows: reached) { run in
                    step(t, run, weights)
                } idle: { run in
                    hold(t, run)
                }
            } idle: { run in
                // Backpropagation does not reach it.
                erase(t, run)
            }
        }
    }

    /// Sets the gradients of some sequences at a step to zero.
    private func erase(_ t: Int, _ rows: Range<Int>) {
        record.erase(t, rows, in: gates)
        guard cells.count > 0 else { return }
        cell(t, rows.lowerBound).update(repeating: 0, count: rows.count * record.hidden)
    }

    /// Propagates the gradients of some sequences back through one step.
    @inline(__always)
    private func step(_ t: Int, _ rows: Range<Int>, _ weights: BackwardWeights<Scalar>) {
        if let equations = record.equations {
            return ownStep(t, rows, equations, weights)
        }
        let row = rows.lowerBound
        let size = rows.count
        let hidden = record.hidden
        let after = state(t + 1, row)
        let before = state(t, row)
        switch record.cell {
        case .equations: break
        case .elman(let activation):
            record.kernels.activateBackward(
                activation, size * hidden, record.gates(t, row), record.state(t + 1, row), after,
                into: gates(t, row))
        case .lstm(let forgets):
            record.kernels.lstmBackward(
                rows: size, hidden: hidden, forgets: forgets, gates: record.gates(t, row),
                before: record.cell(t, row), cell: record.cell(t + 1, row),
                stateGradient: after, cellGradient: cell(t + 1, row),
                gateGradients: gates(t, row), beforeGradient: cell(t, row))
        case .gru(reset: .afterProduct):
            record.kernels.gruBackward(
                rows: size, hidden: hidden, gates: record.gates(t, row),
                before: record.state(t, row), stateGradient: after, gateGradients: gates(t, row),
                beforeGradient: before)
        case .gru(reset: .beforeProduct):
            resetStep(t, rows, weights)
        }
        weights.recurrent.multiply(
            rows: size, gates(t, row) + record.layout.recurrent.lowerBound * hidden,
            aStep: record.recordWidth, addingTo: before, cStep: hidden)
    }

    /// Follows the gradients of some sequences back through one step of a person's own equations.
    private func ownStep(
        _ t: Int, _ rows: Range<Int>, _ equations: EquationRecord<Scalar>,
        _ weights: BackwardWeights<Scalar>
    ) {
        erase(t, rows)
        guard let places else { return }
        let first = t * record.count
        equations.retrace(
            places, rows: first + rows.lowerBound..<first + rows.upperBound, weights.factors,
            record.kernels)
    }

    /// Computes the element-wise part of a step of a GRU with the reset gate before the product.
    private func resetStep(_ t: Int, _ rows: Range<Int>, _ weights: BackwardWeights<Scalar>) {
        let row = rows.lowerBound
        let hidden = record.hidden
        let keptGradient = kept.start + row * hidden
        record.kernels.gruMixBackward(
            rows: rows.count, hidden: hidden, gates: record.gates(t, row),
            before: record.state(t, row), stateGradient: state(t + 1, row),
            gateGradients: gates(t, row), beforeGradient: state(t, row))
        keptGradient.update(repeating: 0, count: rows.count * hidden)
        weights.candidate?.multiply(
            rows: rows.count, gates(t, row) + 2 * hidden, aStep: record.recordWidth,
            addingTo: keptGradient, cStep: hidden)
        record.kernels.gruResetBackward(
            rows: rows.count, hidden: hidden, gates: record.gates(t, row),
            before: record.state(t, row), keptGradient: keptGradient,
            gateGradients: gates(t, row), beforeGradient: state(t, row))
    }

    /// Passes the gradients of sequences that were held at a step to the previous step.
    private func hold(_ t: Int, _ rows: Range<Int>) {
        let row = rows.lowerBound
        record.erase(t, rows, in: gates)
        let before = state(t, row)
        let after = state(t + 1, row)
        for index in 0..<rows.count * record.hidden { before[index] += after[index] }
        guard cells.count > 0 else { return }
        cell(t, row).update(from: cell(t + 1, row), count: rows.count * record.hidden)
    }
}
