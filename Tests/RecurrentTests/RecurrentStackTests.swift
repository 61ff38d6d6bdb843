import JSON
import Recurrent
import Testing

/// Tests of every kind of layer against outputs and gradients of PyTorch in double precision.
@Suite struct RecurrentStackTests {
    private static let inputs = 3
    private static let hidden = 4
    private static let cases: [JSONValue] = {
        (try? Fixture.json("pytorch-layers.json"))?["cases"]?.array ?? []
    }()

    @Test func thereAreFixtures() {
        #expect(Self.cases.count == 76)
    }

    @Test(arguments: 0..<76)
    func equalsPyTorch(index: Int) throws {
        let fixture = Self.cases[index]
        let stack = try makeStack(fixture)
        let (steps, count) = (int(fixture, "steps"), int(fixture, "sequences"))
        let directions = int(fixture, "directions")
        let lengths = fixture["lengths"]?.array?.compactMap(\.int)
        let input = try SequenceBatch(
            steps: steps, count: count, features: Self.inputs,
            elements: wave(1, steps * count * Self.inputs).map { 2 * $0 }, lengths: lengths)
        let layers = int(fixture, "layers") * directions
        let pass = try stack.forward(input, from: states(2, 3, layers, count, stack.cell))
        let story = try stack.backward(
            pass,
            outputGradient: SequenceBatch(
                steps: steps, count: count, features: Self.hidden * directions,
                elements: wave(4, steps * count * Self.hidden * directions)),
            finalStateGradients: states(5, 6, layers, count, stack.cell))
        try compareOutputs(pass, fixture)
        try compareGradients(story, fixture)
    }

    /// Compares outputs at the steps in the fixture, and final states.
    private func compareOutputs(_ pass: StackPass<Double>, _ fixture: JSONValue) throws {
        let shown = fixture["shown"]?.numbers.map { Int($0) } ?? []
        for (position, step) in shown.enumerated() {
            try expectClose(
                pass.output.step(step).elements, fixture["output"]?.array?[position], "output")
        }
        try expectClose(pass.finalStates.flatMap(\.hidden.elements), fixture["h"], "h")
        if pass.finalStates[0].cell != nil {
            try expectClose(pass.finalStates.flatMap { $0.cell?.elements ?? [] }, fixture["c"], "c")
        }
    }

    /// Compares the gradients of weights, of inputs at the steps in the fixture, and of initial
    /// states.
    private func compareGradients(_ story: StackStory<Double>, _ fixture: JSONValue) throws {
        let shown = fixture["shown"]?.numbers.map { Int($0) } ?? []
        for (position, step) in shown.enumerated() {
            try expectClose(
                story.inputGradient.step(step).elements,
                fixture["inputGradient"]?.array?[position], "dx")
        }
        let initial = story.initialStateGradients
        try expectClose(initial.flatMap(\.hidden.elements), fixture["h0Gradient"], "dh0")
        if initial[0].cell != nil {
            try expectClose(
                initial.flatMap { $0.cell?.elements ?? [] }, fixture["c0Gradient"], "dc0")
        }
        let gradient = story.gradient
        for name in gradient.names {
            // Cells that PyTorch does not have are marked in the names of their weights.
            let kinds: [Substring] = ["no", "forget", "reset", "before"]
            let plain = name.split(separator: "_").filter { !kinds.contains($0) }
            try expectClose(
                #require(gradient[name]).elements,
                fixture["gradients"]?[plain.joined(separator: "_")], name)
        }
    }

    /// Expects numbers to equal those of a fixture within 1e-10 of their norm.
    private func expectClose(_ found: [Double], _ expected: JSONValue?, _ name: String) throws {
        let expected = try #require(expected).numbers
        try #require(found.count == expected.count)
        let difference = Matrix.column(zip(found, expected).map(-)).norm
        #expect(difference <= 1e-10 * max(Matrix.column(expected).norm, 1e-10), "\(name)")
    }

    private func int(_ fixture: JSONValue, _ key: String) -> Int { fixture[key]?.int ?? 0 }

    /// Returns the stack of a fixture with weights from the formula.
    private func makeStack(_ fixture: JSONValue) throws -> RecurrentStack<Double> {
        let cell = try Self.cell(fixture)
        let directions = int(fixture, "directions")
        let rows = cell.gates.count * Self.hidden
        let layers = (0..<int(fixture, "layers")).map { level in
            (0..<directions).map { direction in
                let offset = 10 + 4 * (level * directions + direction)
                let width = level == 0 ? Self.inputs : Self.hidden * directions
                return RecurrentLayer(
                    cell, weightIH: matrix(offset, rows, width),
                    weightHH: matrix(offset + 1, rows, Self.hidden),
                    biasIH: matrix(offset + 2, rows, 1), biasHH: matrix(offset + 3, rows, 1))
            }
        }
        return try RecurrentStack(layers)
    }

    /// Returns the kind of cell of a fixture.
    private static func cell(_ fixture: JSONValue) throws -> RecurrentCell {
        switch fixture["cell"]?.string {
        case "elman":
            let name = fixture["activation"]?.string
            return .elman(try #require(Activation.allCases.first { "\($0)" == name }))
        case "lstm": return .lstm
        case "lstmWithoutForgetGate": return .lstm(forgetGate: false)
        case "gru": return .gru
        default: return .gru(reset: .beforeProduct)
        }
    }

    /// Returns states, or their gradients, from the formula.
    private func states(
        _ hiddenOffset: Int, _ cellOffset: Int, _ layers: Int, _ count: Int, _ cell: RecurrentCell
    ) -> [LayerState<Double>] {
        let hidden = matrix(hiddenOffset, layers * count, Self.hidden)
        let cells = matrix(cellOffset, layers * count, Self.hidden)
        return (0..<layers).map { layer in
            let rows = layer * count..<(layer + 1) * count
            return LayerState(
                hidden: hidden.rows(rows), cell: cell.hasCellState ? cells.rows(rows) : nil)
        }
    }

    private func matrix(_ offset: Int, _ rows: Int, _ columns: Int) -> Matrix<Double> {
        Matrix.column(wave(offset, rows * columns)).reshaped(rows, columns)
    }
}

extension Matrix {
    /// Returns the same elements in another shape.
    func reshaped(_ rows: Int, _ columns: Int) -> Matrix {
        (try? Matrix(rows: rows, columns: columns, elements: elements)) ?? self
    }
}
