import Recurrent
import Testing

/// Tests that targets are given like inputs: by sequence, for each of its own steps.
@Suite struct TargetTests {
    /// Returns random sequences of tokens with a class, or none, at each of their steps.
    private func sequences(
        seed: UInt64
    ) -> (tokens: [[Int]], classes: [[Int?]]) {
        var generator = Xoshiro256(seed: seed)
        let lengths = (0..<(1 + generator.integer(below: 4))).map { _ in
            1 + generator.integer(below: 5)
        }
        let tokens = lengths.map { length in (0..<length).map { _ in generator.integer(below: 4) } }
        var classes: [[Int?]] = lengths.map { length in
            (0..<length).map { _ in
                generator.integer(below: 3) == 0 ? nil : generator.integer(below: 3)
            }
        }
        classes[0][0] = 1
        return (tokens, classes)
    }

    @Test(arguments: (1...8).map { UInt64($0) })
    func aBatchLosesWhatItsSequencesLose(seed: UInt64) throws {
        let (tokens, classes) = sequences(seed: seed)
        let model = try RecurrentModel(
            .gru, vocabulary: 4, hidden: 3, outputs: 3, loss: Loss(.crossEntropy, .sum), seed: seed)
        let batch = Batch<Double>(.tokens(try TokenBatch(tokens)), .classesAtEveryStep(classes))
        var (sum, right, asked) = (0.0, 0, 0)
        for (sequence, labels) in zip(tokens, classes) where labels.contains(where: { $0 != nil }) {
            let alone = Batch<Double>(
                .tokens(try TokenBatch(sequence)), .classesAtEveryStep([labels]))
            sum += try model.loss(of: alone)
            let guesses = try model.predictionsAtEveryStep(for: alone.input)[0]
            right += zip(guesses, labels).count { $0 == $1 }
            asked += labels.count { $0 != nil }
        }
        #expect(try abs(model.loss(of: batch) - sum) < 1e-12)
        #expect(try model.accuracy(on: batch) == Double(right) / Double(asked))
        let together = try model.predictionsAtEveryStep(for: batch.input)
        #expect(together.map(\.count) == tokens.map(\.count))
        // `nil`s after the end of a sequence change nothing.
        let steps = batch.input.steps
        let padded = classes.map { $0 + Array(repeating: nil, count: steps - $0.count) }
        let same = Batch<Double>(batch.input, .classesAtEveryStep(padded))
        #expect(try model.loss(of: same) == model.loss(of: batch))
    }

    @Test(
        arguments: [
            (
                [[0, 1, 1]],
                "a batch of 2 sequences needs a list of classes for each of them, got 1"
            ),
            (
                [[0, 1, 1], [0, 1]],
                "sequence 1 of 1 step needs a class or nil for each of its steps, got 2"
            ),
            (
                [[0, 1, 1], [0, nil, 1]],
                "the class of sequence 1 at step 3 is 1; it must be nil: the sequence has 1 step"
            ),
            (
                [[nil, nil, nil], [nil]],
                "every class of the batch is nil; it must be a class at one step at least, or there is "
                    + "nothing to learn"
            ),
            ([[0, 1, 9], [0]], "the class at position 4 is 9; it must be from 0 to 2"),
        ] as [([[Int?]], String)])
    func classesThatDoNotFitAreRefused(classes: [[Int?]], complaint: String) throws {
        let model = try RecurrentModel(.lstm, vocabulary: 4, hidden: 3, outputs: 3, seed: 1)
        let batch = Batch<Double>(
            .tokens(try TokenBatch([[0, 1, 2], [3]])), .classesAtEveryStep(classes))
        #expect(message { try model.loss(of: batch) } == complaint)
        #expect(message { try model.accuracy(on: batch) } == complaint)
    }

    @Test func numbersMustHaveTheInputsShape() throws {
        let model = try RecurrentModel(.gru, inputs: 1, hidden: 2, outputs: 1, seed: 1)
        let input = SequenceInput.values(try SequenceBatch(sequences: [[[1.0], [2], [3]], [[1]]]))
        func complaint(_ target: SequenceBatch<Double>) -> String {
            message { try model.loss(of: Batch(input, .valuesAtEveryStep(target))) }
        }
        // The same number of rows, but for three sequences of two steps.
        #expect(
            complaint(try SequenceBatch(steps: 2, count: 3, features: 1, elements: wave(1, 6)))
                == "a pass over inputs of shape [3, 2, n] needs targets of shape [3, 2, n], got "
                + "[2, 3, 1]")
        #expect(
            complaint(try SequenceBatch(sequences: [[[1.0], [2], [3]], [[1], [1]]]))
                == "a pass over sequences of lengths [3, 1] needs targets of the same lengths, got "
                + "[3, 2]")
        #expect(
            complaint(try SequenceBatch(sequences: [[[1.0], [2], [3]], [[1]]])) == "no error")
        let network = ElmanNetwork(W: 0.5, U: 1, V: 1)
        #expect(
            message {
                try network.forward(
                    SequenceBatch(sequences: [[[1], [2]], [[1]]]),
                    targets: SequenceBatch(sequences: [[[1]], [[1], [1]]]))
            }
                == "a pass over sequences of lengths [2, 1] needs targets of the same lengths, got "
                + "[1, 2]")
    }

    @Test func halfAStateIsNoStart() throws {
        var generator = Xoshiro256(seed: 1)
        let layer = try RecurrentLayer<Double>(.lstm, inputs: 1, hidden: 1, using: &generator)
        #expect(
            message { try layer.forward(SequenceBatch([1.0]), from: LayerState(hidden: 1)) }
                == "the initial c is not given; it must be given beside h: the state of an LSTM is "
                + "LayerState(hidden: h, cell: c)")
    }

    @Test func modelsThatReadBackwardsDoNotGoOn() throws {
        let model = try RecurrentModel(
            .gru, vocabulary: 4, hidden: 3, outputs: 4, bidirectional: true, seed: 1)
        var generator = Xoshiro256(seed: 1)
        let complaint = "the model is bidirectional; it must be in one direction where"
        #expect(
            message { try model.continuation(of: [0], count: 1, using: &generator) }
                .hasPrefix(complaint + " a text goes on"))
        let batch = Batch<Double>(
            .tokens(try TokenBatch([0, 1])), .classesAtEveryStep([[1, 2]]))
        var reading = model
        #expect(
            message {
                try reading.train(
                    reading: [batch], Training(epochs: 1, optimizer: SGD(learningRate: 1)))
            }
            .hasPrefix(complaint + " states pass from batch to batch"))
    }
}
