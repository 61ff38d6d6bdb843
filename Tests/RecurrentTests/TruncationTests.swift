import JSON
import Recurrent
import Testing

/// Tests of truncated backpropagation: every loss reaches back k steps, as in PyTorch if the states
/// k steps before it are detached.
@Suite struct TruncationTests {
    private static let (inputs, hidden, steps, count) = (3, 4, 6, 3)
    private static let cases: [JSONValue] = {
        (try? Fixture.json("pytorch-truncation.json"))?["cases"]?.array ?? []
    }()

    private static func cell(_ name: String?) -> RecurrentCell {
        switch name {
        case "lstm": .lstm
        case "lstmWithoutForgetGate": .lstm(forgetGate: false)
        case "gru": .gru
        case "gruResetBefore": .gru(reset: .beforeProduct)
        default: .elman
        }
    }

    /// Returns a stack with the weights of make-pytorch-fixtures.py.
    private func stack(_ cell: RecurrentCell, layers: Int) throws -> RecurrentStack<Double> {
        var generator = Xoshiro256(seed: 1)
        var stack = try RecurrentStack<Double>(
            cell, inputs: Self.inputs, hidden: Self.hidden, layers: layers, using: &generator)
        var weights = ParameterSet<Double>()
        for (index, name) in stack.parameters.names.enumerated() {
            let tensor = stack.parameters.tensors[index]
            weights.append(
                name,
                try Tensor(
                    shape: tensor.shape, elements: wave(10 + index, tensor.elements.count)))
        }
        try stack.load(weights)
        return stack
    }

    /// Returns a state for every layer, from waves over all of them.
    private func states(
        _ h: Int, _ c: Int, _ layers: Int, _ cell: RecurrentCell
    ) throws -> [LayerState<Double>] {
        let size = Self.count * Self.hidden
        func part(_ offset: Int, _ layer: Int) throws -> Matrix<Double> {
            let all = wave(offset, layers * size)
            return try Matrix(
                rows: Self.count, columns: Self.hidden,
                elements: Array(all[layer * size..<(layer + 1) * size]))
        }
        return try (0..<layers).map { layer in
            LayerState(
                hidden: try part(h, layer), cell: cell.hasCellState ? try part(c, layer) : nil)
        }
    }

    private func input(_ lengths: [Int]?) throws -> SequenceBatch<Double> {
        try SequenceBatch(
            steps: Self.steps, count: Self.count, features: Self.inputs,
            elements: wave(1, Self.steps * Self.count * Self.inputs).map { 2 * $0 },
            lengths: lengths)
    }

    @Test func thereAreFixtures() {
        #expect(Self.cases.count == 60)
    }

    @Test(arguments: 0..<60)
    func everyLossReachesBackAsFarAsInPyTorch(index: Int) throws {
        let fixture = Self.cases[index]
        let layers = try #require(fixture["layers"]?.int)
        let cell = Self.cell(fixture["cell"]?.string)
        let stack = try stack(cell, layers: layers)
        let pass = try stack.forward(
            input(fixture["lengths"]?.array?.compactMap(\.int)), from: states(2, 3, layers, cell))
        var final = try states(5, 6, 1, cell)
        let none = Matrix<Double>.zeros(of: final[0].hidden)
        final = Array(repeating: LayerState(hidden: none), count: layers - 1) + final
        let story = try stack.backward(
            pass,
            outputGradient: SequenceBatch(
                steps: Self.steps, count: Self.count, features: Self.hidden,
                elements: wave(4, Self.steps * Self.count * Self.hidden)),
            finalStateGradients: final, truncatedAfter: try #require(fixture["reach"]?.int))
        try expectClose(story.inputGradient.elements, fixture["inputGradient"], "dx")
        let initial = story.initialStateGradients
        try expectClose(initial.flatMap(\.hidden.elements), fixture["h0Gradient"], "dh0")
        if cell.hasCellState {
            try expectClose(
                initial.flatMap { $0.cell?.elements ?? [] }, fixture["c0Gradient"], "dc0")
        }
        for (name, tensor) in zip(story.gradient.names, story.gradient.tensors) {
            let added: [Substring] = ["no", "forget", "reset", "before"]
            let plain = name.split(separator: "_").filter { !added.contains($0) }
            try expectClose(
                tensor.elements, fixture["gradients"]?[plain.joined(separator: "_")], name)
        }
    }

    /// Expects numbers to equal those of a fixture within 1e-11 of their norm.
    private func expectClose(_ found: [Double], _ expected: JSONValue?, _ name: String) throws {
        let expected = try #require(expected).numbers
        try #require(found.count == expected.count)
        let difference = Matrix.column(zip(found, expected).map(-)).norm
        #expect(difference <= 1e-11 * (1e-3 + Matrix.column(expected).norm), "\(name)")
    }

    /// The gradient of all losses is the sum of those of each, wherever they are truncated.
    @Test(arguments: [1, 2, 3, 9])
    func lossesOfAModelAddUp(reach: Int) throws {
        let network = ElmanNetwork(
            W: [[0.5, -0.3], [0.2, 0.8]], U: [[1], [-1]], V: [[1, 0.5]], H0: [[0.25], [-0.5]])
        let targets = [0.5, -1, 0.25, 2, 1]
        let pass = try network.forward([1, -0.5, 0.25, 0.75, -1], targets: targets)
        let whole = try network.backward(pass, truncatedAfter: reach).gradient.parameters
        var sum = try ElmanNetwork.zeros(of: network)
        for step in 1...5 {
            let part = try network.backward(pass, truncatedAfter: reach, lossAt: step)
            sum = try sum.adding(part.gradient.parameters)
        }
        for (name, tensor) in zip(whole.names, whole.tensors) {
            let other = try #require(sum[name]).elements
            for (a, b) in zip(tensor.elements, other) { #expect(abs(a - b) < 1e-13, "\(name)") }
        }
        // Steps further away contribute nothing to the third loss.
        let third = try network.backward(pass, truncatedAfter: reach, lossAt: 3)
        let reached = third.contributions.map { $0.U.norm > 0 }
        #expect(reached == (1...5).map { (3 - reach + 1...3).contains($0) })
    }

    @Test func longReachesAreNoTruncation() throws {
        let stack = try stack(.lstm, layers: 2)
        let pass = try stack.forward(input([3, 6, 5]))
        let output = try SequenceBatch(
            steps: Self.steps, count: Self.count, features: Self.hidden,
            elements: wave(4, Self.steps * Self.count * Self.hidden))
        let whole = try stack.backward(pass, outputGradient: output)
        let far = try stack.backward(pass, outputGradient: output, truncatedAfter: 6)
        #expect(whole.gradient == far.gradient)
    }

    @Test func severalLayersInBothDirectionsCannotBeCut() throws {
        var generator = Xoshiro256(seed: 1)
        let stack = try RecurrentStack<Double>(
            .gru, inputs: 3, hidden: 4, layers: 2, bidirectional: true, using: &generator)
        let pass = try stack.forward(input(nil))
        #expect(
            message { try stack.backward(pass, truncatedAfter: 2) }
                == "the number of steps to go back is 2; it must be nil: upper layers that read "
                + "in both directions have seen all steps")
    }
}

extension ElmanNetwork<Double> {
    /// Returns zeros under the names of a network's parameters.
    fileprivate static func zeros(of network: ElmanNetwork) throws -> ParameterSet<Double> {
        var set = ParameterSet<Double>()
        for (name, tensor) in zip(network.parameters.names, network.parameters.tensors) {
            set.append(
                name, try Tensor(shape: tensor.shape, elements: tensor.elements.map { _ in 0 }))
        }
        return set
    }
}

extension ParameterSet<Double> {
    /// Returns the sums of corresponding numbers.
    fileprivate func adding(_ other: ParameterSet) throws -> ParameterSet {
        var sum = self
        for (name, tensor) in zip(other.names, other.tensors) {
            let mine = try #require(self[name]).elements
            sum.append(
                name,
                try Tensor(shape: tensor.shape, elements: zip(mine, tensor.elements).map(+)))
        }
        return sum
    }
}
