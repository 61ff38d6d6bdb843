import Recurrent
import SequenceTasks
import TensorFiles
import Testing

@Suite struct TrainingTests {
    private func model(seed: UInt64 = 1) throws -> RecurrentModel<Double> {
        try RecurrentModel(.gru, vocabulary: 2, hidden: 8, outputs: 2, seed: seed)
    }

    @Test func learnsParityOfThreeBits() throws {
        var model = try model()
        let history = try model.train(
            on: ParityTask(length: 3),
            Training(
                steps: 400, seed: 2, optimizer: Adam(learningRate: 0.03),
                clipping: .globalNorm(limit: 1), ending: .lossBelow(0.02, over: 5)))
        #expect(history.outcome == .converged)
        #expect(try model.accuracy(on: ParityTask(length: 3).batch(of: 200, seed: 3)) == 1)
    }

    /// The settings have the same meaning for every source of examples.
    @Test func everySourceTakesTheSameSettings() throws {
        let training = Training(
            steps: 12, batch: 4, seed: 3, optimizer: try Adam(learningRate: 0.01),
            clipping: .globalNorm(limit: 0.5), schedule: .cosine(over: 12), measureEvery: 4)
        var generator = Xoshiro256(seed: 3)
        let batches: [Batch<Double>] = try (0..<12).map { _ in
            try ParityTask(length: 3).batch(of: 4, using: &generator)
        }
        var (drawn, made) = (try model(), try model())
        let first = try drawn.train(on: ParityTask(length: 3), training) { _ in ["one": 1] }
        let second = try made.train(training) { batches[$0 - 1] }
        #expect(drawn == made && first.losses == second.losses)
        #expect(first.metric("one").map(\.step) == [4, 8, 12])
        // A list of one example is equivalent to that example.
        var (alone, listed) = (try model(), try model())
        try alone.train(on: batches[0], training)
        try listed.train(on: [batches[0]], training)
        #expect(alone == listed && alone != drawn)
    }

    /// In an epoch every example occurs once, in an order determined by the seed.
    @Test func epochsTakeEveryExampleOnce() throws {
        let network = ElmanNetwork(W: 0.5, U: 1, V: 1)
        let examples = try (0..<7).map { ElmanExample(try SequenceBatch([Double($0)]), target: 9) }
        func losses(seed: UInt64) throws -> [Double] {
            var still = network
            let training = Training(epochs: 3, seed: seed, optimizer: try SGD(learningRate: 0))
            return try still.train(on: examples, training).losses
        }
        let found = try losses(seed: 1)
        let each = try examples.map { try network.loss(of: $0) }.sorted()
        for epoch in 0..<3 { #expect(found[7 * epoch..<7 * epoch + 7].sorted() == each) }
        #expect(Array(found[..<7]) != Array(found[7..<14]))
        #expect(try losses(seed: 1) == found && losses(seed: 2) != found)
    }

    @Test func descendsPlainlyUnlessToldOtherwise() throws {
        let example = ElmanExample(try SequenceBatch([1.0, 0.5]), target: 1)
        var (plain, told) = (ElmanNetwork(W: 0.5, U: 1, V: 1), ElmanNetwork(W: 0.5, U: 1, V: 1))
        try plain.train(on: example, Training(steps: 3))
        try told.train(on: example, Training(steps: 3, optimizer: SGD(learningRate: 0.01)))
        #expect(plain == told)
        var model = try model()
        #expect(
            message { try model.train(on: ParityTask(length: 3), Training(epochs: 2)) }
                == "the length of the training is 2 epochs; it must be a number of steps, as in "
                + "Training(steps: 300): what it learns from has no end")
        #expect(
            message { try model.train(on: [], Training(epochs: 2)) }
                == "the number of examples is 0; it must be at least 1")
        #expect(
            message { try plain.train(on: example, Training(steps: 0)) }
                == "the number of steps is 0; it must be at least 1")
    }

    @Test func tellsAnObserverAndStopsWhenAsked() throws {
        var model = try model()
        var seen: [TrainingStep] = []
        let history = try model.train(
            on: ParityTask(length: 3),
            Training(
                steps: 100, batch: 4, seed: 2, optimizer: SGD(learningRate: 0.1),
                clipping: .globalNorm(limit: 1e-3), schedule: .exponential(factor: 0.5),
                measureEvery: 2),
            measure: {
                ["accuracy": try $0.accuracy(on: ParityTask(length: 3).batch(of: 8, seed: 1))]
            }, observer: { seen.append($0) }, stop: { seen.count == 5 })
        #expect(history.outcome == .stopped)
        #expect(seen == history.steps && seen.map(\.step) == [1, 2, 3, 4, 5])
        #expect(seen.map(\.learningRate) == [0.1, 0.05, 0.025, 0.0125, 0.00625])
        #expect(seen.allSatisfy { $0.clippedNorm <= 1e-3 * (1 + 1e-12) && $0.gradientNorm > 1e-3 })
        #expect(history.metric("accuracy").map(\.step) == [2, 4])
        #expect(history.optimizer.learningRate == 0.1)
        #expect(try history.table.rows.count == 5)
        #expect(try model != self.model())
    }

    @Test func theSameSeedsGiveTheSameRun() throws {
        func run() throws -> [Double] {
            var model = try model(seed: 4)
            return try model.train(
                on: ParityTask(length: 4), Training(steps: 20, seed: 5, optimizer: Adam())
            ).losses
        }
        #expect(try run() == run())
    }

    @Test func whatIsNotFiniteIsToldWithItsPlace() throws {
        var network = ElmanNetwork(W: 3, U: 1, V: 1, activation: .identity)
        let inputs = try SequenceBatch(Array(repeating: 1.0, count: 700))
        let example = ElmanExample(inputs, target: 0)
        #expect(
            message {
                try network.train(Training(steps: 3, optimizer: SGD(learningRate: 1))) { _ in
                    example
                }
            }
                == "the loss at step 1 is inf, first in z at time step 647 (sequence 0, unit 0); lower "
                + "the learning rate, clip gradients, or look at the data")
        let before = network
        let history = try network.train(
            Training(steps: 3, optimizer: SGD(learningRate: 1), nonFinite: .pass)
        ) { _ in example }
        guard case .nonFinite(step: 1, message: _) = history.outcome else {
            Issue.record("ended as \(history.outcome)")
            return
        }
        #expect(network == before)
        let pass = try network.forward(inputs, target: 0)
        #expect(pass.layerPass.firstNonFinite?.step == 647)
        #expect(try network.forward([1, 1], target: 0).layerPass.firstNonFinite == nil)
        network.W = 1e10
        let wild = try network.forward(inputs, target: 0)
        #expect(
            wild.layerPass.firstNonFinite?.description
                == "z at step 32 is inf (sequence 0, unit 0)")
        let story = try network.backward(wild)
        #expect(story.layerStory.firstNonFinite?.tensor == "the gradient of h")
    }

    @Test func endsWhenNothingImproves() throws {
        var network = ElmanNetwork(W: 0.5, U: 1, V: 1)
        let example = ElmanExample(try SequenceBatch([1.0, 0.5]), target: 1)
        let history = try network.train(
            Training(steps: 100, optimizer: SGD(learningRate: 0), ending: .noImprovement(for: 3))
        ) { _ in example }
        #expect(history.outcome == .converged && history.steps.count == 4)
        #expect(
            message {
                try network.train(Training(steps: 0, optimizer: SGD(learningRate: 0))) { _ in
                    example
                }
            }
                == "the number of steps is 0; it must be at least 1")
    }

    @Test func onlyNamedParametersMove() throws {
        var network = try ElmanNetwork(inputs: 1, hidden: 3, seed: 1)
        let before = network
        let example = ElmanExample(try SequenceBatch([1.0, 0.5]), target: 1)
        try network.train(
            on: example, Training(steps: 2, optimizer: SGD(learningRate: 0.1), only: ["U"]))
        #expect(network.U != before.U && network.W == before.W && network.V == before.V)
        #expect(
            message {
                try network.train(
                    on: example,
                    Training(
                        steps: 1, optimizer: SGD(learningRate: 0.1), only: ["X"]))
            } == "the parameter X is missing; it must be one of: W, U, V, b, c, H0")
    }

    @Test func statesAreCarriedFromBatchToBatch() throws {
        let corpus = try CharacterCorpus("abracadabra abracadabra")
        let model = try RecurrentModel(
            .lstm, vocabulary: corpus.vocabulary.count, hidden: 5,
            outputs: corpus.vocabulary.count, seed: 1)
        let short: [Batch<Double>] = try corpus.batches(of: 1, steps: 4)
        let long: [Batch<Double>] = try corpus.batches(of: 1, steps: 8)
        let first = try model.forward(short[0])
        let second = try model.forward(short[1], from: first.finalStates)
        let whole = try model.forward(long[0])
        #expect(second.outputs == whole.outputs.rows(4..<8))
        #expect(second.finalStates == whole.finalStates)
    }

    @Test func goesOnWithWhatItHasLearned() throws {
        let corpus = try CharacterCorpus(String(repeating: "hello ", count: 40))
        var model = try RecurrentModel(
            .gru, vocabulary: corpus.vocabulary.count, hidden: 12,
            outputs: corpus.vocabulary.count, seed: 1)
        let batches: [Batch<Double>] = try corpus.batches(of: 4, steps: 12)
        try model.train(Training(steps: 150, optimizer: Adam(learningRate: 0.02))) {
            batches[$0 % batches.count]
        }
        var generator = Xoshiro256(seed: 1)
        let tokens = try model.continuation(
            of: corpus.tokens(of: "hel"), count: 9, temperature: 0, using: &generator)
        #expect(corpus.text(of: tokens) == "lo hello ")
        #expect(
            try model.continuation(of: [0], count: 5, using: &generator).allSatisfy {
                corpus.vocabulary.indices.contains($0)
            })
        #expect(
            message { try model.continuation(of: [], count: 1, using: &generator) }
                .hasPrefix("the shape of a batch of tokens is [0, 1]"))
        #expect(
            message {
                try model.continuation(of: [0], count: 1, temperature: .nan, using: &generator)
            } == "the temperature is nan; it must be a finite number of at least 0.0")
    }

    @Test func saliencyIsTheGradientByEachToken() throws {
        let model = try RecurrentModel(
            .elman, vocabulary: 21, embedding: 4, hidden: 6, outputs: 2, seed: 8)
        let tokens = try TokenBatch(AgreementTask.tokens(of: "the writer of the books"))
        let map = try model.saliency(ofOutput: 1, for: .tokens(tokens))
        #expect(map.shape == Shape(5, 1) && map.elements.allSatisfy { $0 > 0 })
        #expect(try model.probabilities(for: .tokens(tokens)).sum.isWithin(1e-15, of: 1))
        #expect(
            message { try model.saliency(ofOutput: 2, for: .tokens(tokens)) }
                == "the output is 2; it must be from 0 to 1")
        #expect(
            message { try model.outputs(for: .tokens(TokenBatch([21]))) }
                == "token 21 of sequence 0 at step 1 is unknown; it must be from 0 to 20, the "
                + "vocabulary of the network")
        #expect(
            message { try model.loss(of: Batch(.tokens(tokens), .classes([2]))) }
                == "the class at position 0 is 2; it must be from 0 to 1")
        #expect(
            message { try model.loss(of: Batch(.tokens(tokens), .classes([0, 1]))) }
                == "the loss of a batch needs 1 classes, got 2")
        #expect(
            message { try model.outputs(for: .values(SequenceBatch([1.0]))) }
                == "the input is feature vectors; it must be tokens: this model has an embedding")
    }
}
