import Recurrent
import Testing

/// A cell in a person's own equations is the same cell, and has everything that the built-in ones have.
@Suite struct OwnCellTests {
    private static let tolerance = 1e-12

    /// A batch of random sizes, ragged where there is more than one sequence.
    private func batch(
        inputs: Int, using generator: inout Xoshiro256
    ) throws -> SequenceBatch<Double> {
        let lengths = (0..<1 + generator.integer(below: 3)).map { _ in
            1 + generator.integer(below: 6)
        }
        return try SequenceBatch(
            sequences: lengths.map { steps in
                (0..<steps).map { _ in (0..<inputs).map { _ in generator.normal() } }
            })
    }

    /// A matrix of random numbers.
    private func random(
        _ rows: Int, _ columns: Int, using generator: inout Xoshiro256
    ) throws -> Matrix<Double> {
        try .normal(rows, columns, using: &generator)
    }

    @Test(arguments: Twins.cells.indices, [1, 2, 3, 4, 5, 6] as [UInt64])
    func itIsTheBuiltInCell(index: Int, seed: UInt64) throws {
        var generator = Xoshiro256(seed: seed)
        let (inputs, hidden) = (1 + generator.integer(below: 4), 1 + generator.integer(below: 5))
        let twins = try Twins(
            Twins.cells[index], inputs: inputs, hidden: hidden, using: &generator)
        let input = try batch(inputs: inputs, using: &generator)
        let hasCell = twins.fused.cell.hasCellState
        let start = LayerState(
            hidden: try random(input.count, hidden, using: &generator),
            cell: hasCell ? try random(input.count, hidden, using: &generator) : nil)
        let (pass, other) = (
            try twins.fused.forward(input, from: start), try twins.own.forward(input, from: start)
        )
        for step in 0...pass.steps {
            let (a, b) = (try pass.state(after: step), try other.state(after: step))
            #expect(a.hidden.distance(to: b.hidden) < Self.tolerance)
            if let c = a.cell { #expect(c.distance(to: try #require(b.cell)) < Self.tolerance) }
        }
        let asked = try SequenceBatch(
            steps: (0..<input.steps).map { _ in
                try random(input.count, hidden, using: &generator)
            })
        let final = LayerState(
            hidden: try random(input.count, hidden, using: &generator),
            cell: hasCell ? try random(input.count, hidden, using: &generator) : nil)
        for reach in [nil, 1, 2, 3] as [Int?] {
            let story = try twins.fused.backward(
                pass, outputGradient: asked, finalStateGradient: final, truncatedAfter: reach)
            let same = try twins.own.backward(
                other, outputGradient: asked, finalStateGradient: final, truncatedAfter: reach)
            try compare(story, same, twins)
        }
    }

    /// Compares everything that two stories tell.
    private func compare(
        _ story: LayerStory<Double>, _ same: LayerStory<Double>, _ twins: Twins
    ) throws {
        for (a, b) in try twins.pairs(story.gradient, same.gradient) {
            #expect(a.distance(to: b) < Self.tolerance)
        }
        for (part, other) in zip(story.contributions, same.contributions) {
            for (a, b) in try twins.pairs(part, other) {
                #expect(a.distance(to: b) < Self.tolerance)
            }
        }
        #expect(
            Matrix.column(story.inputGradient.elements)
                .distance(to: .column(same.inputGradient.elements)) < Self.tolerance)
        for step in 0...story.pass.steps {
            let (a, b) = (
                try story.stateGradient(after: step), try same.stateGradient(after: step)
            )
            #expect(a.hidden.distance(to: b.hidden) < Self.tolerance)
            if let c = a.cell { #expect(c.distance(to: try #require(b.cell)) < Self.tolerance) }
        }
    }

    @Test(arguments: Twins.cells.indices, [7, 8, 9] as [UInt64])
    func itsJacobiansAreTheBuiltInCells(index: Int, seed: UInt64) throws {
        var generator = Xoshiro256(seed: seed)
        let (inputs, hidden) = (1 + generator.integer(below: 3), 1 + generator.integer(below: 4))
        let twins = try Twins(
            Twins.cells[index], inputs: inputs, hidden: hidden, using: &generator)
        let input = try batch(inputs: inputs, using: &generator)
        let (pass, other) = (try twins.fused.forward(input), try twins.own.forward(input))
        for sequence in 0..<input.count {
            for later in 0...pass.steps {
                for earlier in 0...later {
                    let a = try pass.jacobian(
                        of: later, withRespectTo: earlier, sequence: sequence)
                    let b = try other.jacobian(
                        of: later, withRespectTo: earlier, sequence: sequence)
                    #expect(a.hiddenByHidden.distance(to: b.hiddenByHidden) < Self.tolerance)
                    for (left, right) in [
                        (a.hiddenByCell, b.hiddenByCell), (a.cellByHidden, b.cellByHidden),
                        (a.cellByCell, b.cellByCell),
                    ] {
                        guard let left else { continue }
                        #expect(left.distance(to: try #require(right)) < Self.tolerance)
                    }
                }
            }
            let (norms, others) = (
                try pass.jacobianNorms(sequence: sequence),
                try other.jacobianNorms(sequence: sequence)
            )
            for (a, b) in zip(norms.rows.joined(), others.rows.joined()) {
                #expect(abs(a - b) <= Self.tolerance * a)
            }
        }
    }

    private static let samples: [RecurrentCell] = [
        .own(MinimalGRU()), .own(NormalizedElman()), .own(PeepholeLSTM()), .own(EveryOperation()),
        .own(OwnLSTM()), .own(OwnGRU(isBefore: true)),
    ]

    /// A small model of random sizes, with a batch for it.
    private func model(
        _ cell: RecurrentCell, seed: UInt64
    ) throws -> (RecurrentModel<Double>, Batch<Double>) {
        var generator = Xoshiro256(seed: seed)
        let model = try RecurrentModel(
            cell, inputs: 1 + generator.integer(below: 3), hidden: 2 + generator.integer(below: 2),
            outputs: 2, layers: 1 + generator.integer(below: 2),
            bidirectional: generator.integer(below: 2) == 1, seed: seed)
        let input = try batch(inputs: model.inputSize, using: &generator)
        let batch = Batch<Double>(
            .values(input), .values(try random(input.count, 2, using: &generator)))
        return (model, batch)
    }

    @Test(arguments: samples.indices, [11, 12, 13, 14] as [UInt64])
    func differencesAgree(index: Int, seed: UInt64) throws {
        let (model, batch) = try model(Self.samples[index], seed: seed)
        let check = try model.gradientCheck(on: batch)
        #expect(check.passes, "\(model): \(check)")
        #expect(check.entries.contains { $0.verdict == .agrees })
    }

    @Test(arguments: samples.indices, [15, 16, 17] as [UInt64])
    func contributionsOfAllStepsAreTheGradient(index: Int, seed: UInt64) throws {
        let (model, batch) = try model(Self.samples[index], seed: seed)
        let story = try model.backward(model.forward(batch))
        for layer in story.layers {
            for (name, tensor) in zip(layer.gradient.own.names, layer.gradient.own.tensors) {
                var sum = Matrix<Double>.column(tensor.elements.map { _ in 0 })
                for part in layer.contributions {
                    sum = try sum + .column(try #require(part.own[name]).elements)
                }
                let whole = Matrix.column(tensor.elements)
                #expect(try (sum - whole).norm <= 1e-12 * (1 + whole.norm))
            }
        }
    }

    @Test func itLearnsAndIsLoadedUnderTheNamesOfItsProperties() throws {
        var model = try RecurrentModel(
            .own(MinimalGRU()), inputs: 1, hidden: 4, outputs: 1, layers: 2, seed: 3)
        #expect(
            model.parameters.names == [
                "rnn.W_z_l0", "rnn.b_z_l0", "rnn.W_h_l0", "rnn.b_h_l0", "rnn.W_z_l1", "rnn.b_z_l1",
                "rnn.W_h_l1", "rnn.b_h_l1", "fc.weight", "fc.bias",
            ])
        let batch = Batch<Double>(
            .values(try SequenceBatch(sequences: [[[1], [0], [0]], [[0], [1]]])),
            .values([[1], [0]]))
        let before = try model.loss(of: batch)
        let history = try model.train(
            on: batch, Training(steps: 60, optimizer: try Adam(learningRate: 0.05)))
        #expect(history.losses.count == 60)
        #expect(try model.loss(of: batch) < before / 10)
        var other = try RecurrentModel(
            .own(MinimalGRU()), inputs: 1, hidden: 4, outputs: 1, layers: 2, seed: 4)
        try other.load(model.parameters)
        #expect(try other.loss(of: batch) == model.loss(of: batch))
        var small = try RecurrentModel(
            .own(MinimalGRU()), inputs: 1, hidden: 4, outputs: 1, seed: 4)
        #expect(
            message { try small.load(model.parameters) }
                == "the parameter W_z_l1 is not of this stack; it must be of one of 1 layer; make it "
                + "with more layers to load it")
    }

    @Test func stepsHaveNames() throws {
        let layer = try RecurrentLayer<Double>(
            .own(MinimalGRU()), inputs: 2, hidden: 3, seed: 1)
        let pass = try layer.forward(SequenceBatch([[1, 0], [0, 1], [1, 1]]))
        let z = try pass.value("z", at: 2)
        #expect(z.shape == Shape(1, 3) && z.elements.allSatisfy { 0 < $0 && $0 < 1 })
        #expect(try pass.valueOverTime("z").row(1) == z)
        #expect(
            message { try pass.value("r", at: 1) }
                == "the value r is not named in MinimalGRU; it must be one of: z")
    }
}
