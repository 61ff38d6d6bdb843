import JSON
import Recurrent
import Testing

@Suite struct RecurrentLayerTests {
    private static let kinds: [(String, RecurrentCell)] = [
        ("rnn", .elman), ("lstm", .lstm), ("gru", .gru),
    ]

    /// The vectors of recurrent-cells.json: L = ½ ‖h₃‖² with zero initial state.
    @Test(arguments: kinds)
    func equalsTheCompleteVectors(name: String, cell: RecurrentCell) throws {
        let vector = try #require(Fixture.json("cell-vectors.json")[name])
        let layer = try layer(cell, vector)
        let input = try SequenceBatch(
            steps: 3, count: 1, features: 2, elements: #require(vector["x"]).numbers)
        let pass = try layer.forward(input)
        let last = pass.finalState.hidden
        expectClose(pass.output.elements, vector["y"], 1e-14)
        #expect((last.norm * last.norm / 2).isWithin(1e-14, of: vector["loss"]?.double ?? 0))
        let story = try layer.backward(pass, finalStateGradient: LayerState(hidden: last))
        let gradients = vector["grads"]
        expectClose(story.gradient.weightIH.elements, gradients?["weight_ih_l0"], 1e-13)
        expectClose(story.gradient.weightHH.elements, gradients?["weight_hh_l0"], 1e-13)
        expectClose(story.gradient.biasIH.elements, gradients?["bias_ih_l0"], 1e-13)
        expectClose(story.gradient.biasHH.elements, gradients?["bias_hh_l0"], 1e-13)
        expectClose(story.inputGradient.elements, vector["dx"], 1e-13)
    }

    private static let cells: [RecurrentCell] =
        Activation.allCases.map { .elman($0) } + [
            .lstm, .lstm(forgetGate: false), .gru, .gru(reset: .beforeProduct),
        ]

    @Test(arguments: cells)
    func noStateIsTheSameAsZeros(cell: RecurrentCell) throws {
        var generator = Xoshiro256(seed: 9)
        let layer = try RecurrentLayer<Double>(cell, inputs: 2, hidden: 3, using: &generator)
        let input = try SequenceBatch(
            steps: 4, count: 2, features: 2, elements: wave(3, 16), lengths: [4, 2])
        let zeros = try Matrix<Double>.zeros(2, 3)
        let state = LayerState(hidden: zeros, cell: cell.hasCellState ? zeros : nil)
        let (without, with) = try (layer.forward(input), layer.forward(input, from: state))
        #expect(without.output == with.output && without.finalState == with.finalState)
        let ones = LayerState(hidden: zeros.map { _ in 1 })
        let (a, b) = try (
            layer.backward(without, finalStateGradient: ones),
            layer.backward(with, finalStateGradient: ones)
        )
        #expect(a.gradient == b.gradient && a.inputGradient == b.inputGradient)
    }

    @Test(arguments: cells, [1, 5, 40])
    func contributionsOfAllStepsAreTheGradient(cell: RecurrentCell, steps: Int) throws {
        var generator = Xoshiro256(seed: 4)
        let layer = try RecurrentLayer<Double>(cell, inputs: 2, hidden: 3, using: &generator)
        let input = try SequenceBatch(
            steps: steps, count: 3, features: 2, elements: wave(1, 6 * steps),
            lengths: [steps, 1, (steps + 1) / 2])
        let pass = try layer.forward(input)
        let story = try layer.backward(pass, finalStateGradient: pass.finalState)
        let parts = try (1...steps).map { try story.contribution(ofStep: $0) }
        try expectSum(of: parts.map(\.weightIH), story.gradient.weightIH)
        try expectSum(of: parts.map(\.weightHH), story.gradient.weightHH)
        try expectSum(of: parts.map(\.biasIH), story.gradient.biasIH)
        try expectSum(of: parts.map(\.biasHH), story.gradient.biasHH)
        // With zero initial states, the first step contributes nothing to the recurrent weights'
        // gradient.
        #expect(parts[0].weightHH.norm == 0)
    }

    /// Expects contributions to add up to a gradient, within 1e-14 of its norm.
    private func expectSum(of parts: [Matrix<Double>], _ gradient: Matrix<Double>) throws {
        var sum = gradient * 0
        for part in parts { sum = try sum + part }
        #expect(try (sum - gradient).norm <= 1e-14 * gradient.norm)
    }

    @Test(arguments: kinds)
    func aBatchIsItsSequences(name: String, cell: RecurrentCell) throws {
        let layer = try layer(cell, #require(Fixture.json("cell-vectors.json")[name]))
        let sequences = (0..<3).map { b in
            (0..<(4 - b)).map { t in wave(b * 7 + t, 2) }
        }
        let batch = try layer.forward(SequenceBatch(sequences: sequences))
        for (b, sequence) in sequences.enumerated() {
            let alone = try layer.forward(SequenceBatch(sequence))
            #expect(batch.finalState.hidden.row(b) == alone.finalState.hidden)
        }
        #expect(try batch.output.step(4).row(2) == [[0, 0]])
    }

    @Test func showsItsGates() throws {
        let lstm = try layer(.lstm, #require(Fixture.json("cell-vectors.json")["lstm"]))
        let pass = try lstm.forward(SequenceBatch([[1.0, 0.5], [-0.25, 2]]))
        let (i, f) = try (pass.gate(.input, at: 2), pass.gate(.forget, at: 2))
        let (g, o) = try (pass.gate(.candidate, at: 2), pass.gate(.output, at: 2))
        let before = try #require(pass.state(after: 1).cell)
        let cell = try #require(pass.state(after: 2).cell)
        #expect(try f .* before + i .* g == cell)
        let shown = try o .* cell.map { Activation.tanh($0) }
        #expect(shown == pass.finalState.hidden)
        #expect(try pass.gateOverTime(.forget).row(1) == f)
        #expect(try pass.hiddenOverTime().row(1) == shown)
        #expect(try pass.cellOverTime()?.row(1) == cell)
        #expect(
            message { try pass.hiddenOverTime(sequence: 1) }
                == "the sequence is 1; it must be from 0 to 0")
        #expect(
            message { try pass.gate(.update, at: 1) }
                == "the gate is update; it must be one of input, forget, candidate, output for "
                + "this cell")
        #expect(message { try pass.gate(.input, at: 3) } == "the step is 3; it must be from 1 to 2")
        #expect(
            message { try pass.preactivation(at: 1) }
                == "the cell is lstm(forgetGate: true); it must be an Elman cell to have one sum")
    }

    @Test func refusesWhatDoesNotFit() throws {
        let wrong = RecurrentLayer<Double>(.lstm, weightIH: [[1], [2]], weightHH: [[1], [2]])
        #expect(
            message { try wrong.forward(SequenceBatch([1.0])) }
                == "a layer of 1 hidden units and 1 inputs needs weights of the input of shape "
                + "[4, 1], got [2, 1]")
        let layer = RecurrentLayer<Double>(.elman, weightIH: 1, weightHH: 1)
        let pass = try layer.forward(SequenceBatch([1.0, 2]))
        #expect(
            message { try layer.forward(SequenceBatch([[1.0, 2]])) }
                == "a layer with weights of the input [1, 1] needs inputs of shape [T, B, 1], got "
                + "[1, 1, 2]")
        #expect(
            message {
                try layer.forward(SequenceBatch([1.0]), from: LayerState(hidden: [[1, 2]]))
            } == "the initial h of 1 sequences needs shape [1, 1], got [1, 2]")
        #expect(
            message {
                try layer.forward(SequenceBatch([1.0]), from: LayerState(hidden: 1, cell: 1))
            } == "the initial c is given; it must be nil: only an LSTM has a cell state")
        #expect(
            message { try layer.backward(pass, outputGradient: SequenceBatch([1.0])) }
                == "a backward pass needs gradients of the output of shape [2, 1, 1], got "
                + "[1, 1, 1]")
        #expect(
            message { try layer.backward(pass, finalStateGradient: LayerState(hidden: [[1, 2]])) }
                == "a backward pass needs a gradient of the final state of shape [1, 1], got "
                + "[1, 2]")
        #expect(
            message { try layer.backward(pass, truncatedAfter: 0) }
                == "the number of steps to go back is 0; it must be at least 1")
    }

    private func layer(_ cell: RecurrentCell, _ vector: JSONValue) throws -> RecurrentLayer<Double>
    {
        func matrix(_ name: String) throws -> Matrix<Double> {
            let value = try #require(vector["params"]?[name])
            return Matrix.column(value.numbers).reshaped(
                value.shape[0], value.shape.count > 1 ? value.shape[1] : 1)
        }
        return try RecurrentLayer(
            cell, weightIH: matrix("weight_ih_l0"), weightHH: matrix("weight_hh_l0"),
            biasIH: matrix("bias_ih_l0"), biasHH: matrix("bias_hh_l0"))
    }

    private func expectClose(_ found: [Double], _ expected: JSONValue?, _ tolerance: Double) {
        let expected = expected?.numbers ?? []
        #expect(found.count == expected.count)
        for (a, b) in zip(found, expected) { #expect(abs(a - b) <= tolerance * max(abs(b), 1e-3)) }
    }
}
