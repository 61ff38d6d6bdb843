import Recurrent
import Testing

@Suite struct GradientCheckTests {
    private static let cells: [RecurrentCell] =
        Activation.allCases.map { .elman($0) } + [
            .lstm, .lstm(forgetGate: false), .gru, .gru(reset: .beforeProduct),
        ]

    @Test(arguments: cells, [1, 3, 20])
    func everyParameterOfEveryCellAgrees(cell: RecurrentCell, steps: Int) throws {
        for count in [1, 3] {
            let model = try RecurrentModel(
                cell, inputs: 2, hidden: 3, outputs: 2, seed: UInt64(steps + count))
            var generator = Xoshiro256(seed: 5)
            let input = try SequenceBatch(
                steps: steps, count: count, features: 2,
                elements: (0..<steps * count * 2).map { _ in generator.normal() })
            let target = try Matrix<Double>.normal(count, 2, using: &generator)
            let check = try model.gradientCheck(on: Batch(.values(input), .values(target)))
            #expect(check.passes, "\(check)")
            #expect(check.entries.count == 6)
        }
    }

    @Test(arguments: [RecurrentCell.elman, .lstm, .gru])
    func deepModelsWithEmbeddingAndLengthsAgree(cell: RecurrentCell) throws {
        let model = try RecurrentModel(
            cell, vocabulary: 5, embedding: 3, hidden: 3, outputs: 4, layers: 2,
            bidirectional: true, seed: 3)
        let tokens = try TokenBatch([[0, 4, 2, 1], [3, 3], [1, 2, 0]])
        let last = try model.gradientCheck(on: Batch(.tokens(tokens), .classes([3, 0, 1])))
        #expect(last.passes, "\(last)")
        let classes: [[Int?]] = [[0, 2, nil, 2], [1, 3], [nil, 0, 1]]
        let every = try model.gradientCheck(
            on: Batch(.tokens(tokens), .classesAtEveryStep(classes)))
        #expect(every.passes, "\(every)")
        let values = try SequenceBatch(steps: 4, count: 3, features: 4, elements: wave(3, 48))
        var regression = model
        regression.loss = .meanSquaredError
        let numbers = try regression.gradientCheck(
            on: Batch(.tokens(tokens), .valuesAtEveryStep(values)))
        #expect(numbers.passes, "\(numbers)")
    }

    @Test func elmanNetworksAgreeInBothPrecisions() throws {
        let example = ElmanExample(try SequenceBatch([1.0, 0.5, -0.5]), target: 1)
        let check = try ElmanNetwork(W: 0.5, U: 1, V: 1, H0: 0.3).gradientCheck(on: example)
        #expect(check.passes && check.largestRelativeError < 1e-9, "\(check)")
        let single = ElmanExample(try SequenceBatch([1, 0.5, -0.5] as [Float]), target: 1)
        let rough = try ElmanNetwork<Float>(W: 0.5, U: 1, V: 1, H0: 0.3).gradientCheck(on: single)
        #expect(rough.passes, "\(rough)")
    }

    @Test func vanishedGradientsAreCalledSo() throws {
        let network = ElmanNetwork(W: 0.01, U: 1, V: 1, activation: .identity)
        let inputs = try SequenceBatch([1.0] + Array(repeating: 0.0, count: 29))
        let check = try network.gradientCheck(on: ElmanExample(inputs, target: 0))
        #expect(check.passes)
        #expect(check.entries.first { $0.name == "U" }?.verdict == .vanished)
        #expect(check.description.contains("U: vanished"))
    }

    @Test func aWrongGradientDisagrees() throws {
        let check = try Liar().gradientCheck(on: 2)
        #expect(!check.passes)
        #expect(check.entries[0].verdict == .disagrees)
        #expect(check.largestRelativeError > 0.1)
        #expect(
            message { try Liar().gradientCheck(on: 2, step: 0) }
                == "the step of a gradient check is 0.0; it must be a number over 0")
    }

    /// A learner that claims that the slope of x² is x.
    private struct Liar: Learner {
        var x = 3.0

        var parameters: ParameterSet<Double> { Self.set(x) }

        mutating func load(_ parameters: ParameterSet<Double>) {
            x = parameters["x"]?.elements[0] ?? x
        }

        func loss(of example: Double) -> Double { example * x * x }

        func lossAndGradient(of example: Double) -> (loss: Double, gradient: ParameterSet<Double>) {
            (loss(of: example), Self.set(example * x))
        }

        private static func set(_ x: Double) -> ParameterSet<Double> {
            var set = ParameterSet<Double>()
            if let tensor = try? Tensor(shape: [], elements: [x]) { set.append("x", tensor) }
            return set
        }
    }
}
