import JSON
import Recurrent
import SequenceTasks
import TensorFiles
import Testing

/// Tests of what practical use needs of models besides a loss and a gradient.
@Suite struct PracticeTests {
    private func model(_ layers: Int = 1) throws -> RecurrentModel<Double> {
        try RecurrentModel(.lstm, vocabulary: 5, hidden: 4, outputs: 5, layers: layers, seed: 1)
    }

    private func batch() throws -> Batch<Double> {
        Batch(.tokens(try TokenBatch([[0, 1, 2], [3, 4]])), .classes([1, 4]))
    }

    /// Passing the gradient of the model's own loss yields the model's gradient, and twice that
    /// yields twice the gradient.
    @Test func anOwnLossHandsItsGradientBack() throws {
        let model = try model(2)
        let pass = try model.forward(batch())
        var asked = pass.outputs
        for row in 0..<asked.rows {
            let p = softmax(pass.outputs.row(row).elements)
            for column in 0..<5 {
                asked[row, column] = (p[column] - (column == [1, 4][row] ? 1 : 0)) / 2
            }
        }
        let own = try model.backward(pass).gradient
        let handed = try model.backward(pass, outputGradient: asked).gradient
        let twice = try model.backward(pass, outputGradient: 2 * asked).gradient
        for (index, tensor) in own.tensors.enumerated() {
            for (place, number) in tensor.elements.enumerated() {
                #expect(abs(handed.tensors[index].elements[place] - number) < 1e-15)
                #expect(abs(twice.tensors[index].elements[place] - 2 * number) < 1e-14)
            }
        }
        #expect(
            message { try model.backward(pass, outputGradient: [[1]]) }
                == "a backward pass needs a gradient of the outputs of shape [2, 5], got [1, 1]")
    }

    @Test func goingOnFromTheStatesIsReadingOn() throws {
        let model = try model(2)
        let whole = try model.outputs(for: .tokens(TokenBatch([0, 3, 1, 4])), atEveryStep: true)
        let first = try model.outputsAndStates(for: .tokens(TokenBatch([0, 3])))
        let rest = try model.outputsAndStates(
            for: .tokens(TokenBatch([1, 4])), atEveryStep: true, from: first.states)
        #expect(first.outputs == whole.row(1))
        #expect(rest.outputs.row(0) == whole.row(2) && rest.outputs.row(1) == whole.row(3))
    }

    @Test func theLecturesNetworkLearnsFromTargetsAtEveryStep() throws {
        var network = ElmanNetwork(W: 0.8, U: 0.9, V: 0.9, activation: .identity)
        // Running sums: W = U = V = 1 is correct.
        let inputs = try SequenceBatch([1.0, -0.5, 0.25, 0.5])
        let example = ElmanExample(inputs, targets: try SequenceBatch([1.0, 0.5, 0.75, 1.25]))
        #expect(try network.gradientCheck(on: example).passes)
        let loss = try network.forward([1, -0.5, 0.25, 0.5], targets: [1, 0.5, 0.75, 1.25]).loss
        #expect(try network.loss(of: example) == loss)
        try network.train(on: example, Training(steps: 400, optimizer: Adam(learningRate: 0.02)))
        #expect(try network.loss(of: example) < loss / 1000)
    }

    @Test func aModelThatKnowsNothingIsAsPerplexAsItHasClasses() throws {
        var model = try model()
        var blank = ParameterSet<Double>()
        for (name, tensor) in zip(model.parameters.names, model.parameters.tensors) {
            blank.append(
                name, try Tensor(shape: tensor.shape, elements: tensor.elements.map { _ in 0 }))
        }
        try model.load(blank)
        #expect(try model.perplexity(on: batch()).isWithin(1e-14, of: 5))
        model.loss = Loss(.crossEntropy, .sum)
        #expect(try model.perplexity(on: batch()).isWithin(1e-14, of: 5))
        model.loss = .meanSquaredError
        #expect(
            message { try model.perplexity(on: batch()) }
                == "the loss is squaredError; it must be a cross-entropy, for a perplexity")
    }

    @Test func onlyTheLikeliestAreDrawn() throws {
        let model = try model()
        var generator = Xoshiro256(seed: 2)
        let bold = try model.continuation(
            of: [1], count: 20, temperature: 0, using: &generator)
        let one = try model.continuation(
            of: [1], count: 20, temperature: 3, amongLikeliest: 1, using: &generator)
        #expect(bold == one)
        let logits = try model.outputs(for: .tokens(TokenBatch([1]))).elements
        let least = try #require(logits.indices.min { logits[$0] < logits[$1] })
        for _ in 0..<200 {
            let drawn = try model.continuation(
                of: [1], count: 1, temperature: 9, amongLikeliest: 4, using: &generator)
            #expect(drawn[0] != least)
        }
        #expect(
            message {
                try model.continuation(of: [1], count: 1, amongLikeliest: 0, using: &generator)
            } == "the number of likeliest tokens is 0; it must be at least 1")
    }

    @Test(arguments: [1, 2, 9] as [UInt64])
    func everythingRandomFollowsFromASeed(seed: UInt64) throws {
        var generator = Xoshiro256(seed: seed)
        func fresh() -> Xoshiro256 { Xoshiro256(seed: seed) }
        #expect(
            try RecurrentStack(
                .gru, inputs: 2, hidden: 3, layers: 2, bidirectional: true, seed: seed)
                == RecurrentStack<Double>(
                    .gru, inputs: 2, hidden: 3, layers: 2, bidirectional: true, using: &generator))
        generator = fresh()
        #expect(
            try Matrix<Float>.normal(3, 2, deviation: 2, seed: seed)
                == .normal(3, 2, deviation: 2, using: &generator))
        generator = fresh()
        #expect(
            try Matrix<Double>.uniform(3, 2, from: -1, to: 2, seed: seed)
                == .uniform(3, 2, from: -1, to: 2, using: &generator))
        generator = fresh()
        #expect(
            try Matrix<Double>.orthogonal(3, scale: 0.5, seed: seed)
                == .orthogonal(3, scale: 0.5, using: &generator))
        generator = fresh()
        let model = try model()
        #expect(
            try model.continuation(of: [1, 2], count: 9, temperature: 2, seed: seed)
                == model.continuation(of: [1, 2], count: 9, temperature: 2, using: &generator))
    }

    // MARK: Parameters of others

    @Test func aModuleWithOtherNamesIsTakenOver() throws {
        let source = try model(2)
        let theirs = source.parameters.renaming {
            $0.split(separator: ".")[0] == "rnn"
                ? "lstm" + $0.dropFirst(3) : "head" + $0.dropFirst(2)
        }
        var target = try RecurrentModel(
            .lstm, vocabulary: 5, hidden: 4, outputs: 5, layers: 2, seed: 9)
        try target.load(theirs, recurrent: "lstm", readOut: "head")
        #expect(target == source)
        #expect(
            message { try target.load(theirs, recurrent: "gru", readOut: "head") }
                .hasPrefix("the part gru is missing; it must be a prefix of these names: lstm."))
        #expect(message { try target.load(theirs) }.contains("renaming(_:)"))
    }

    @Test(arguments: [RecurrentCell.elman, .lstm, .gru(reset: .beforeProduct)])
    func aLayerHasParametersToo(cell: RecurrentCell) throws {
        var generator = Xoshiro256(seed: 1)
        let source = try RecurrentLayer<Double>(cell, inputs: 2, hidden: 3, using: &generator)
        var target = try RecurrentLayer<Double>(cell, inputs: 2, hidden: 3, using: &generator)
        #expect(target != source)
        try target.load(source.parameters)
        #expect(target == source && source.parameters.names[0] == "weight_ih_l0")
    }

    // MARK: Own data

    @Test func wordsAreTokensToo() throws {
        let corpus = try WordCorpus("The cat, the dog and the cat.", mostWords: 4)
        #expect(corpus.vocabulary == ["<unknown>", "the", "cat", ",", "."])
        #expect(corpus.tokens == [1, 2, 3, 1, 0, 0, 1, 2, 4])
        #expect(corpus.text(of: corpus.tokens(of: "the CAT sat")) == "the cat <unknown>")
        let batches: [Batch<Double>] = try corpus.batches(of: 2, steps: 2)
        #expect(batches.count == 2)
        #expect(
            message { () -> [Batch<Double>] in try corpus.batches(of: 2, steps: 9) }
                == "the length of the text is 9; it must be at least 19 words for one batch")
    }

    @Test func windowsAskForWhatFollows() throws {
        let series = (0..<10).map(Double.init)
        let (inputs, targets) = try SequenceBatch<Double>.windows(
            over: series, length: 3, ahead: 2, stride: 2)
        #expect(inputs.count == 3 && inputs.steps == 3)
        #expect(targets.elements == [4, 6, 8])
        #expect(try inputs.step(1).elements == [0, 2, 4])
        #expect(
            message { try SequenceBatch<Double>.windows(over: [1.0, 2], length: 2) }
                == "the length of the series is 2; it must be at least 3, for one window and its "
                + "answer")
    }

    @Test func tablesGiveNumbers() throws {
        let table = try CSVTable(parsing: "day,rain, wind\n1, 2.5,3\n2,0,4e1\n")
        #expect(try table.numbers("rain") == [2.5, 0])
        #expect(try table.vectors(["rain", " wind"]) == [[2.5, 3], [0, 40]])
        #expect(
            message { try table.numbers("sun") }
                == "there is no column sun; the table has day, rain,  wind")
        let gap = try CSVTable(parsing: "a\n1\nn/a\n")
        #expect(
            message { try gap.numbers("a") }
                == "\"n/a\" in row 2 of the column a is no number; replace it or leave the row out")
    }
}
