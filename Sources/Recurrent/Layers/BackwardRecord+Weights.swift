extension BackwardRecord {
    /// Adds up the contributions of some steps to the gradients of the weights.
    ///
    /// Over all steps this is one product per matrix: dW = Σ δ_k h_{k-1}ᵀ, dU = Σ δ_k x_kᵀ.
    @_specialize(where Scalar == Double)
    @_specialize(where Scalar == Float)
    func weightGradients(
        of chosen: Range<Int>, inputs: Source<Scalar>
    ) -> LayerGradient<Scalar> {
        if let equations = record.equations { return weightGradients(of: chosen, equations) }
        let hidden = record.hidden
        let height = record.cell.gates.count * hidden
        let weightIH = ScalarBuffer<Scalar>(zeros: height * record.inputs)
        let weightHH = ScalarBuffer<Scalar>(zeros: height * hidden)
        let inputs = inputs + chosen.lowerBound * record.count * record.inputs
        let threads = chosen.count > 1 ? record.threads : 1
        let sums = ScalarBuffer<Scalar>(zeros: record.recordWidth)
        // Each part of these products packs the whole right factor again, so there are few of them.
        ThreadTeam.run(threads, parts: threads) { share, _ in
            sumGates(of: chosen, into: sums, share, threads)
            for (columns, block) in inputRuns {
                accumulate(
                    columns: columns, of: chosen, times: inputs, width: record.inputs,
                    into: weightIH.start + block * hidden * record.inputs, share, threads)
            }
            accumulate(
                columns: record.layout.recurrent, of: chosen,
                times: record.state(chosen.lowerBound, 0), width: hidden, into: weightHH.start,
                share, threads)
            guard record.kept.count > 0 else { return }
            accumulate(
                columns: 2..<3, of: chosen, times: record.kept(chosen.lowerBound, 0),
                width: hidden, into: weightHH.start + 2 * hidden * hidden, share, threads)
        }
        let bias = biasGradients(sums.array(from: 0, count: sums.count))
        return LayerGradient(
            weightIH: Matrix(
                Shape(height, record.inputs),
                unchecked: weightIH.array(from: 0, count: weightIH.count)),
            weightHH: Matrix(
                Shape(height, hidden), unchecked: weightHH.array(from: 0, count: weightHH.count)),
            biasIH: bias.input, biasHH: bias.state)
    }

    /// The input's columns of the record in runs with consecutive blocks of weights.
    private var inputRuns: [(columns: Range<Int>, block: Int)] {
        var runs: [(columns: Range<Int>, block: Int)] = []
        for (column, block) in zip(record.layout.input, record.layout.inputBlocks) {
            if let last = runs.last, last.block + last.columns.count == block {
                runs[runs.count - 1].columns = last.columns.lowerBound..<column + 1
            } else {
                runs.append((column..<column + 1, block))
            }
        }
        return runs
    }

    /// Adds one share of (gradients of some columns)ᵀ times their factors in the forward pass.
    private func accumulate(
        columns: Range<Int>, of chosen: Range<Int>, times right: Source<Scalar>, width: Int,
        into target: Target<Scalar>, _ share: Int, _ threads: Int
    ) {
        let hidden = record.hidden
        let rows = (0..<columns.count * hidden).share(share, of: threads)
        let left = gates(chosen.lowerBound, 0) + columns.lowerBound * hidden + rows.lowerBound
        let target = target + rows.lowerBound * width
        let inner = chosen.count * record.count
        record.kernels.addTransposedProduct(
            rows: rows.count, columns: width, inner: inner, left, aStep: record.recordWidth, right,
            bStep: width, addingTo: target, cStep: width)
    }

    /// Adds up one share of the gradients of preactivations over some steps and all sequences.
    private func sumGates(
        of chosen: Range<Int>, into sums: ScalarBuffer<Scalar>, _ share: Int, _ threads: Int
    ) {
        let columns = (0..<record.recordWidth).share(share, of: threads)
        record.kernels.columnSums(
            rows: chosen.count * record.count, columns: columns.count,
            gates(chosen.lowerBound, 0) + columns.lowerBound, rowStep: record.recordWidth,
            addingTo: sums.start + columns.lowerBound)
    }

    /// Returns the gradients of the biases, from the summed gradients of the record's columns.
    private func biasGradients(
        _ sums: [Scalar]
    ) -> (input: Matrix<Scalar>, state: Matrix<Scalar>) {
        let hidden = record.hidden
        let columns = record.layout.gateColumns
        let input = columns.flatMap { sums[$0 * hidden..<($0 + 1) * hidden] }
        var state = input
        if record.cell == .gru(reset: .afterProduct) {
            state.replaceSubrange(2 * hidden..<3 * hidden, with: sums[3 * hidden..<4 * hidden])
        }
        return (.column(input), .column(state))
    }

    /// Computes dL/dx of every step with a single product.
    @_specialize(where Scalar == Double)
    @_specialize(where Scalar == Float)
    func inputGradients(
        rows: Range<Int>, _ weights: InputWeights<Scalar>, into target: Target<Scalar>
    ) {
        if let equations = record.equations {
            return inputGradients(rows: rows, equations, into: target)
        }
        weights.factor.multiply(
            rows: rows.count,
            gates.start + rows.lowerBound * record.recordWidth
                + record.layout.input.lowerBound * record.hidden,
            aStep: record.recordWidth, addingTo: target + rows.lowerBound * record.inputs,
            cStep: record.inputs)
    }
}
