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
