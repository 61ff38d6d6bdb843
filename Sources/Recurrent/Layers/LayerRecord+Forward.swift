extension LayerRecord {
    /// Initializes all steps with the biases and the product of the inputs, which is a single
    /// product.
    @_specialize(where Scalar == Double)
    @_specialize(where Scalar == Float)
    func readInputs(_ input: Source<Scalar>, rows: Range<Int>, _ weights: ForwardWeights<Scalar>) {
        if let equations {
            return equations.readInputs(input, rows: rows, weights.factors, kernels)
        }
        let width = recordWidth
        // Some rows at a time, so that they are still in the cache when their product is added.
        for first in stride(from: rows.lowerBound, to: rows.upperBound, by: 96) {
            let count = min(96, rows.upperBound - first)
            let start = gates.start + first * width
            for row in 0..<count {
                (start + row * width).update(from: weights.bias.start, count: width)
            }
            weights.input.multiply(
                rows: count, input + first * inputs, aStep: inputs,
                addingTo: start + layout.input.lowerBound * hidden, cStep: width)
        }
    }

    /// Computes some sequences from one step to another.
    @_specialize(where Scalar == Double)
    @_specialize(where Scalar == Float)
    func advance(rows: Range<Int>, steps: Range<Int>, _ weights: ForwardWeights<Scalar>) {
        for t in steps {
            mask.visit(step: t, rows: rows) { run in
                step(t, run, weights)
            } idle: { run in
                hold(t, run)
            }
        }
    }

    /// Computes one step of some sequences.
    @inline(__always)
    private func step(_ t: Int, _ rows: Range<Int>, _ weights: ForwardWeights<Scalar>) {
        let row = rows.lowerBound
        if let equations {
            let first = t * count
            return equations.advance(
                rows: first + row..<first + rows.upperBound, weights.factors, kernels)
        }
        let gates = gates(t, row)
        let before = state(t, row)
        let after = state(t + 1, row)
        weights.recurrent.multiply(
            rows: rows.count, before, aStep: hidden,
            addingTo: gates + layout.recurrent.lowerBound * hidden, cStep: recordWidth)
        switch cell {
        case .equations: break
        case .elman(let activation):
            kernels.activate(activation, rows.count * hidden, gates, into: after)
        case .lstm(let forgets):
            kernels.lstmForward(
                rows: rows.count, hidden: hidden, forgets: forgets, gates: gates,
                before: cell(t, row), cell: cell(t + 1, row), state: after)
        case .gru(reset: .afterProduct):
            kernels.gruForward(
                rows: rows.count, hidden: hidden, gates: gates, before: before, state: after)
        case .gru(reset: .beforeProduct):
            let kept = kept(t, row)
            kernels.gruReset(
                rows: rows.count, hidden: hidden, gates: gates, before: before, kept: kept)
            weights.candidate?.multiply(
                rows: rows.count, kept, aStep: hidden, addingTo: gates + 2 * hidden,
                cStep: recordWidth)
            kernels.gruMix(
                rows: rows.count, hidden: hidden, gates: gates, before: before, state: after)
        }
    }

    /// Copies the state of some sequences unchanged for one step.
    private func hold(_ t: Int, _ rows: Range<Int>) {
        let row = rows.lowerBound
        let size = rows.count * hidden
        erase(t, rows, in: gates)
        state(t + 1, row).update(from: state(t, row), count: size)
        if cells.count > 0 { cell(t + 1, row).update(from: cell(t, row), count: size) }
        if kept.count > 0 { kept(t, row).update(repeating: 0, count: size) }
    }
}
