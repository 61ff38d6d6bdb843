import Recurrent
import Testing

/// The nested expansion of the gradient of a cell with gates is the gradient.
@Suite struct StateBracketsTests {
    static let cells: [RecurrentCell] = [
        .elman, .elman(.relu), .lstm, .lstm(forgetGate: false), .gru, .gru(reset: .beforeProduct),
        .minGRU, .minLSTM, .own(OwnLSTM()), .own(PeepholeLSTM()), .own(StackedLSTM()),
    ]

    /// A model, a pass over one sequence with one loss, and its story.
    private func story(
        _ cell: RecurrentCell, hidden: Int, layers: Int = 1, steps: Int = 4, seed: UInt64
    ) throws -> ModelStory<Double> {
        let model = try RecurrentModel(
            cell, inputs: 2, hidden: hidden, outputs: 1, layers: layers, loss: .squaredError,
            seed: seed)
        let input = try SequenceBatch(
            steps: steps, count: 1, features: 2, elements: wave(Int(seed), 2 * steps))
        return try model.backward(model.forward(Batch(.values(input), .values(1))))
    }

    @Test(arguments: cells, [1, 2, 3] as [UInt64])
    func theWholeIsTheGradient(cell: RecurrentCell, seed: UInt64) throws {
        for hidden in [1, 3] {
            let story = try story(cell, hidden: hidden, layers: 2, seed: seed)
            let layer = story.layers[1]
            let gates: [Gate?] = cell.gates.isEmpty ? [nil] : cell.gates
            for part in layer.gradient.parts {
                for (index, gate) in gates.enumerated() {
                    let found = try layer.stateBrackets(for: part.name, gate: gate)
                    let size = part.gradient.elements.count / gates.count
                    let expected = Array(
                        part.gradient.elements[index * size..<(index + 1) * size])
                    #expect(found.value.elements.count == size)
                    #expect(
                        Matrix.column(found.value.elements).distance(to: .column(expected)) < 1e-12)
                    #expect(found.brackets.map(\.step) == [1, 2, 3, 4])
                }
            }
        }
    }

    @Test(arguments: [RecurrentCell.lstm, .lstm(forgetGate: false), .gru, .elman])
    func everyBracketIsMadeOfItsParts(cell: RecurrentCell) throws {
        let story = try story(cell, hidden: 1, seed: 4)
        let gate = cell.gates.last
        let brackets = try story.layers[0].stateBrackets(for: "weightHH", gate: gate).brackets
        var (memory, state) = (0.0, 0.0)
        for bracket in brackets {
            let kept = bracket.kept?.elements[0] ?? 0
            let inner =
                bracket.direct[0, 0] + kept * memory + bracket.throughGates[0, 0] * state
            #expect(bracket.inner[0, 0].isWithin(1e-14, of: inner))
            memory = inner
            guard let output = bracket.output else {
                state = inner
                continue
            }
            state = output.slope[0, 0] * inner + output.throughGate[0, 0] * state
            state += output.direct[0, 0]
            #expect(output.value[0, 0].isWithin(1e-14, of: state))
        }
        if cell == .lstm {
            #expect(brackets.allSatisfy { $0.kept == $0.gates[.forget] && $0.output != nil })
        }
        if cell == .gru { #expect(brackets.allSatisfy { $0.kept == $0.gates[.update] }) }
    }

    /// The blocks of an LSTM in equations are the chain through its gates.
    @Test(arguments: [1, 2, 3] as [UInt64])
    func equationsWithTwoStatesExpandByBlocks(seed: UInt64) throws {
        for cell in [RecurrentCell.own(OwnLSTM()), .own(PeepholeLSTM()), .own(StackedLSTM())] {
            let story = try story(cell, hidden: 2, seed: seed).layers[0]
            for part in story.gradient.parts {
                let brackets = try story.stateBrackets(for: part.name).brackets
                var memory = brackets[0].inner.map { _ in 0 }
                var state = memory
                for bracket in brackets {
                    let output = try #require(bracket.output)
                    let kept = try #require(bracket.kept)
                    let inner =
                        try bracket.direct + kept * memory + bracket.throughGates * state
                    state =
                        try output.direct + output.slope * memory + output.throughGate * state
                    memory = inner
                    #expect(bracket.inner.distance(to: memory) < 1e-13)
                    #expect(output.value.distance(to: state) < 1e-13)
                    #expect(bracket.gates.isEmpty)
                }
            }
        }
    }

    @Test(arguments: [RecurrentCell.lstm, .gru], [1, 2] as [UInt64])
    func everyBracketIsTheDerivativeOfItsState(cell: RecurrentCell, seed: UInt64) throws {
        let layer = try RecurrentLayer(cell, inputs: 1, hidden: 2, seed: seed)
        let input = try SequenceBatch(steps: 5, count: 1, features: 1, elements: wave(Int(seed), 5))
        let story = try layer.backward(
            layer.forward(input), finalStateGradient: LayerState(hidden: Matrix.row([1.0, -1])))
        for (index, gate) in cell.gates.enumerated() {
            let brackets = try story.stateBrackets(for: "weightHH", gate: gate).brackets
            for column in 0..<4 {
                func states(_ change: Double) throws -> [Matrix<Double>] {
                    var moved = layer
                    moved.weightHH[2 * index + column / 2, column % 2] += change
                    let pass = try moved.forward(input)
                    return try (1...5).map { try pass.state(after: $0).hidden }
                }
                for (step, (above, below)) in zip(try states(1e-6), try states(-1e-6)).enumerated()
                {
                    for unit in 0..<2 {
                        let slope = (above[0, unit] - below[0, unit]) / 2e-6
                        #expect(abs(brackets[step].value[unit, column] - slope) < 1e-9)
                    }
                }
            }
        }
    }

    @Test func whatIsNoSingleExpansionIsRefused() throws {
        let model = try RecurrentModel(
            .lstm, inputs: 2, hidden: 2, outputs: 1, loss: .squaredError, seed: 1)
        let input = try SequenceBatch(steps: 3, count: 1, features: 2, elements: wave(1, 6))
        let every = try model.backward(
            model.forward(
                Batch(
                    .values(input),
                    .valuesAtEveryStep(try SequenceBatch([1, 1, 1])))))
        let refused =
            "the pass is one with several sequences or losses, or a truncated one; it must be one "
            + "sequence with a single loss after its last step"
        #expect(
            message { try every.layers[0].stateBrackets(for: "weightHH", gate: .forget) } == refused
        )
        let pass = try model.forward(Batch(.values(input), .values(1)))
        let cut = try model.backward(pass, truncatedAfter: 1)
        #expect(
            message { try cut.layers[0].stateBrackets(for: "weightHH", gate: .forget) } == refused)
        let whole = try model.backward(pass).layers[0]
        #expect(
            message { try whole.stateBrackets(for: "weightHH") }
                == "the gate is nil; it must be one of input, forget, candidate, output for this cell"
        )
        #expect(
            message { try whole.stateBrackets(for: "W", gate: .forget) }
                == "the weight is W; it must be one of weightHH, weightIH, biasIH")
    }
}
