import Recurrent
import Testing

/// What inputs do to outputs, and what single steps do to weights.
@Suite struct InfluenceTests {
    @Test(arguments: [RecurrentCell.elman, .lstm, .minLSTM], [1, 2, 3] as [UInt64])
    func whatInputsDoToOutputsIsTheDerivative(cell: RecurrentCell, seed: UInt64) throws {
        var generator = Xoshiro256(seed: seed)
        let isBoth = generator.integer(below: 2) == 1
        let model = try RecurrentModel(
            cell, inputs: 2, hidden: 3, outputs: 2, layers: 2, bidirectional: isBoth, seed: seed)
        let sequences = [4, 3].map { steps in
            (0..<steps).map { _ in [generator.normal(), generator.normal()] }
        }
        let batch = Batch<Double>(
            .values(try SequenceBatch(sequences: sequences)), .values([[0, 0], [0, 0]]))
        let pass = try model.forward(batch)
        for (sequence, steps) in [(0, 4), (1, 3)] {
            let influence = try pass.inputInfluence(sequence: sequence)
            #expect(influence.rows.map(\.count) == (1...steps).map { isBoth ? steps : $0 })
            for t in 1...steps {
                for k in 1...steps {
                    let columns = try (0..<2).map { feature in
                        var (above, below) = (sequences[sequence], sequences[sequence])
                        above[k - 1][feature] += 1e-6
                        below[k - 1][feature] -= 1e-6
                        let (a, b) = (
                            try outputs(of: model, above, at: t),
                            try outputs(of: model, below, at: t)
                        )
                        return zip(a, b).map { ($0 - $1) / 2e-6 }
                    }
                    let expected = try Matrix(columns).largestSingularValue
                    let found = influence.norm(ofOutput: t, byInput: k) ?? 0
                    #expect(abs(found - expected) < 1e-8)
                }
            }
        }
    }

    /// With as many outputs that several threads share the steps, every norm is that of the gradients of
    /// single outputs.
    @Test(arguments: [RecurrentCell.lstm, .gru, .own(PeepholeLSTM())], [false, true])
    func manyOutputsAreFollowedBackTogether(cell: RecurrentCell, isBoth: Bool) throws {
        let (steps, inputs, hidden) = (18, 3, 20)
        var generator = Xoshiro256(seed: 5)
        var stack = try RecurrentStack<Double>(
            cell, inputs: inputs, hidden: hidden, layers: isBoth ? 1 : 2, bidirectional: isBoth,
            using: &generator)
        let input = try SequenceBatch(
            steps: steps, count: 1, features: inputs, elements: wave(3, steps * inputs))
        stack.computation.threads = 1
        let alone = try stack.forward(input).inputInfluence()
        stack.computation.threads = 2
        let pass = try stack.forward(input)
        #expect(try pass.inputInfluence() == alone)
        let outputs = stack.outputSize
        for t in [1, 9, steps] {
            var rows = [[[Double]]](repeating: [], count: steps)
            for output in 0..<outputs {
                var asked = [Double](repeating: 0, count: steps * outputs)
                asked[(t - 1) * outputs + output] = 1
                let gradient = try stack.backward(
                    pass,
                    outputGradient: SequenceBatch(
                        steps: steps, count: 1, features: outputs, elements: asked)
                ).inputGradient
                for k in 0..<steps { rows[k].append(try gradient.step(k + 1).elements) }
            }
            for k in 1...(isBoth ? steps : t) {
                let expected = try Matrix(rows[k - 1]).largestSingularValue
                let found = alone.norm(ofOutput: t, byInput: k) ?? 0
                #expect(abs(found - expected) < 1e-12 * (1 + expected))
            }
        }
    }

    /// What a model says after a step of one sequence.
    private func outputs(
        of model: RecurrentModel<Double>, _ sequence: [[Double]], at step: Int
    ) throws -> [Double] {
        try model.outputs(for: .values(SequenceBatch(sequence)), atEveryStep: true)
            .row(step - 1).elements
    }

    @Test func stepsOfWhichNothingIsLeftChangeNothing() throws {
        let layer = try RecurrentLayer(
            .elman, inputs: 1, hidden: 2, initialization: Initialization(state: .identity(0.01)),
            seed: 1)
        let pass = try layer.forward(SequenceBatch(Array(repeating: 0.5, count: 20)))
        let story = try layer.backward(pass, finalStateGradient: LayerState(hidden: [[1, 1]]))
        let updates = try story.stepUpdates(learningRate: 0.01)
        #expect(updates.steps.count == 20)
        #expect(updates.steps[0].allSatisfy { $0.changedCount == 0 && $0.largestChange == 0 })
        #expect(updates.steps[19].contains { $0.changedCount > 0 })
        for (step, part) in zip(updates.steps, story.contributions) {
            let table = try UpdateTable(
                layer.weightHH, gradient: part.weightHH, learningRate: 0.01)
            #expect(step[0].name == "weightHH" && step[0].changedCount == table.changedCount)
        }
    }
}
