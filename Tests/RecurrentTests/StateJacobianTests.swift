import Recurrent
import Testing

/// Tests of the Jacobians of the state (h, c): each block is a partial derivative with the other
/// part held constant, so that blocks multiply along the steps and agree with finite differences.
@Suite struct StateJacobianTests {
    private static let cells: [RecurrentCell] = [
        .elman, .elman(.sigmoid), .elman(.identity), .lstm, .lstm(forgetGate: false), .gru,
        .gru(reset: .beforeProduct),
    ]

    /// Returns a pass over a random network of random sizes: two bidirectional layers, ragged
    /// sequences.
    private func pass(_ cell: RecurrentCell, seed: UInt64) throws -> StackPass<Double> {
        var generator = Xoshiro256(seed: seed)
        let (inputs, hidden) = (1 + generator.integer(below: 3), 1 + generator.integer(below: 4))
        var stack = try RecurrentStack<Double>(
            cell, inputs: inputs, hidden: hidden, layers: 2, bidirectional: true,
            using: &generator)
        // Twice PyTorch's weights, so that the gates are far from one half.
        var weights = ParameterSet<Double>()
        for (name, tensor) in zip(stack.parameters.names, stack.parameters.tensors) {
            weights.append(
                name, try Tensor(shape: tensor.shape, elements: tensor.elements.map { 2 * $0 }))
        }
        try stack.load(weights)
        let sequences = [6, 4].map { steps in
            (0..<steps).map { _ in (0..<inputs).map { _ in generator.normal() } }
        }
        return try stack.forward(SequenceBatch(sequences: sequences))
    }

    /// Returns a Jacobian of the whole state as one matrix, `[S, S]` with S = H or 2 H.
    private func whole(_ jacobian: StateJacobian<Double>) throws -> Matrix<Double> {
        guard let hc = jacobian.hiddenByCell, let ch = jacobian.cellByHidden,
            let cc = jacobian.cellByCell
        else { return jacobian.hiddenByHidden }
        let hh = jacobian.hiddenByHidden
        let top = (0..<hh.rows).map { hh.row($0).elements + hc.row($0).elements }
        let bottom = (0..<hh.rows).map { ch.row($0).elements + cc.row($0).elements }
        return try Matrix(top + bottom)
    }

    @Test(arguments: cells, [1, 2, 3] as [UInt64])
    func theChainRuleHolds(cell: RecurrentCell, seed: UInt64) throws {
        for pass in try pass(cell, seed: seed).passes.flatMap({ $0 }) {
            for sequence in 0...1 {
                for (t, m, k) in [(6, 5, 4), (6, 3, 0), (5, 5, 1), (4, 1, 1), (3, 2, 0)] {
                    let direct = try whole(
                        pass.jacobian(of: t, withRespectTo: k, sequence: sequence))
                    let late = try whole(pass.jacobian(of: t, withRespectTo: m, sequence: sequence))
                    let early = try whole(
                        pass.jacobian(of: m, withRespectTo: k, sequence: sequence))
                    #expect(try (late * early - direct).norm <= 1e-14 * (1 + direct.norm))
                }
                let same = try whole(pass.jacobian(of: 3, withRespectTo: 3, sequence: sequence))
                #expect(try same == .identity(same.rows))
            }
        }
    }

    @Test(arguments: cells, [4, 5] as [UInt64])
    func differencesAgree(cell: RecurrentCell, seed: UInt64) throws {
        let all = try pass(cell, seed: seed)
        for pass in all.passes.map({ $0[0] }) {
            for (t, k) in [(6, 5), (6, 2), (3, 0), (4, 4)] {
                let found = try whole(pass.jacobian(of: t, withRespectTo: k))
                for unit in 0..<found.columns {
                    let above = try state(of: pass, at: t, from: k, moving: unit, by: 1e-5)
                    let below = try state(of: pass, at: t, from: k, moving: unit, by: -1e-5)
                    for row in 0..<found.rows {
                        let slope = (above[row] - below[row]) / 2e-5
                        #expect(abs(found[row, unit] - slope) < 1e-8)
                    }
                }
            }
        }
    }

    /// Returns h and c of the first sequence after step t, after changing one element of the state
    /// after step k.
    private func state(
        of pass: LayerPass<Double>, at t: Int, from k: Int, moving unit: Int, by step: Double
    ) throws -> [Double] {
        var state = try pass.state(after: k)
        let hidden = state.hidden.columns
        if unit < hidden {
            state.hidden[0, unit] += step
        } else {
            state.cell?[0, unit - hidden] += step
        }
        if t > k {
            let rest = try SequenceBatch(steps: (k + 1...t).map { try pass.input.step($0) })
            state = try pass.layer.forward(rest, from: state).finalState
        }
        return state.hidden.row(0).elements + (state.cell?.row(0).elements ?? [])
    }

    @Test(arguments: [RecurrentCell.lstm, .lstm(forgetGate: false)], [6, 7, 8] as [UInt64])
    func theCarouselSplitsTheWholeDerivative(cell: RecurrentCell, seed: UInt64) throws {
        for pass in try pass(cell, seed: seed).passes.flatMap({ $0 }) {
            for (step, sequence) in [(1, 0), (2, 0), (6, 0), (3, 1), (6, 1)] {
                let split = try pass.carousel(at: step, sequence: sequence)
                let jacobian = try pass.jacobian(
                    of: step, withRespectTo: step - 1, sequence: sequence)
                let byCell = try #require(jacobian.cellByCell)
                #expect(split.kept == byCell)
                // The rest is the effect of c through h of the same step.
                var expected = byCell
                if step > 1, try pass.cellIsComputed(step - 1, sequence) {
                    let output = try pass.gate(.output, at: step - 1).row(sequence)
                    let cell = try #require(pass.state(after: step - 1).cell).row(sequence)
                    let slopes = (0..<output.columns).map { unit in
                        let squashed = Activation.tanh(cell[0, unit])
                        return output[0, unit] * (1 - squashed * squashed)
                    }
                    let byHidden = try #require(jacobian.cellByHidden)
                    expected = try expected + byHidden * .diagonal(slopes)
                } else {
                    #expect(split.pathShare == 0)
                }
                #expect(try (split.total - expected).norm < 1e-14)
                #expect((split.throughForget == nil) == (cell == .lstm(forgetGate: false)))
            }
        }
    }

    @Test func onlyAnLSTMHasACarousel() throws {
        let pass = try pass(.gru, seed: 1).passes[0][0]
        #expect(
            message { try pass.carousel(at: 1) }.hasSuffix(
                "it must be an LSTM, which has a cell state"))
    }
}

extension LayerPass {
    /// Returns whether a step of a sequence was computed rather than held: some gate is not zero.
    fileprivate func cellIsComputed(_ step: Int, _ sequence: Int) throws -> Bool {
        try gate(.output, at: step).row(sequence).norm > 0
    }
}
