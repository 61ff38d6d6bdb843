import Recurrent
import SequenceTasks
import Testing

@Suite struct TruncatedReaderTests {
    private let corpus = try? CharacterCorpus(String(repeating: "abracadabra ", count: 12))

    private func parts() throws -> (RecurrentModel<Double>, [Batch<Double>]) {
        let corpus = try #require(corpus)
        let model = try RecurrentModel(
            .lstm, vocabulary: corpus.vocabulary.count, hidden: 6,
            outputs: corpus.vocabulary.count, seed: 3)
        return (model, try corpus.batches(of: 2, steps: 5))
    }

    @Test func carriesStatesFromBatchToBatch() throws {
        let (model, batches) = try parts()
        var reader = TruncatedReader(model)
        #expect(reader.states == nil)
        let first = try reader.lossAndGradient(advancingOver: batches[0])
        #expect(try first.loss == model.forward(batches[0]).loss)
        let states = try model.forward(batches[0]).finalStates
        #expect(reader.states == states)
        let second = try model.forward(batches[1], from: states)
        #expect(try reader.loss(of: batches[1]) == second.loss)
        let found = try reader.lossAndGradient(of: batches[1]).gradient
        #expect(try found == model.backward(second).gradient)
        reader.startOver()
        #expect(reader.states == nil)
    }

    @Test func everyRoundBeginsFromZeros() throws {
        var (model, batches) = try parts()
        let losses = try model.train(
            reading: batches, Training(epochs: 2, optimizer: SGD(learningRate: 0))
        ).losses
        #expect(losses.count == 2 * batches.count)
        #expect(losses.prefix(batches.count) == losses.suffix(batches.count))
    }

    @Test func learnsATextByHeart() throws {
        var (model, batches) = try parts()
        let history = try model.train(
            reading: batches,
            Training(
                epochs: 40, optimizer: Adam(learningRate: 0.02), clipping: .globalNorm(limit: 1)),
            truncatedAfter: 3)
        #expect(history.outcome == .completed)
        #expect(history.losses.suffix(5).reduce(0, +) / 5 < 0.25)
    }

    @Test func goesBackNoFurtherThanAsked() throws {
        var (model, batches) = try parts()
        model.loss = .crossEntropy
        let count = batches[0].input.count
        let last = Batch<Double>(
            batches[0].input, .classes((0..<count).map { $0 % model.outputSize }))
        let pass = try model.forward(last)
        let cut = try model.backward(pass, truncatedAfter: 2)
        let layer = cut.stackStory.stories[0][0]
        #expect(try layer.contribution(ofStep: pass.batch.input.steps - 2).weightHH.norm == 0)
        #expect(try layer.contribution(ofStep: pass.batch.input.steps - 1).weightHH.norm > 0)
        #expect(cut.gradient != (try model.backward(pass)).gradient)
        #expect(
            message { try model.backward(pass, truncatedAfter: 0) }
                == "the number of steps to go back is 0; it must be at least 1")
    }

    /// x' = w x with w = 0.2 from x = 0.9: the derivatives with respect to w are 0.9, 0.36 and
    /// 0.108.
    ///
    /// A program that adds each gradient to the previous one prints 0.288 for the third.
    @Test func detachedSegmentsGiveTheSlopesOfEachAlone() throws {
        let network = ElmanNetwork(
            W: 0.2, U: 0, V: 1, H0: 0.9, activation: .identity, loss: .squaredError)
        let pass = try network.forward([0, 0, 0], targets: [0, 0, 0])
        let states = try pass.states.dropFirst().map { try $0.value }
        #expect(zip(states, [0.18, 0.036, 0.0072]).allSatisfy { $0.isWithin(1e-15, of: $1) })
        for (step, slope) in [(1, 0.9), (2, 0.36), (3, 0.108)] {
            let whole = try network.backward(pass, lossAt: step).gradient.W.value
            #expect((whole / (2 * states[step - 1])).isWithin(1e-14, of: slope))
        }
        let last = try network.forward([0, 0, 0], target: 0)
        let cut = try network.backward(last, truncatedAfter: 1).gradient.W.value
        #expect((cut / (2 * states[2])).isWithin(1e-14, of: 0.036))
    }

    @Test func theRegularizerKeepsGradientsAlive() throws {
        let network = try ElmanNetwork(
            inputs: 1, hidden: 6, activation: .tanh,
            initialization: Initialization(state: .orthogonal(0.6)), seed: 2)
        let example = ElmanExample(
            try SequenceBatch((0..<12).map { $0 == 0 ? 1.0 : 0 }), target: 0.5)
        func flow(_ network: ElmanNetwork<Double>) throws -> Double {
            let norms = try network.backward(network.forward(example)).stateGradientNorms
            return norms[2] / norms[12]
        }
        var learner = RegularizedElmanNetwork(network, weight: 1)
        try learner.train(on: example, Training(steps: 200, optimizer: Adam(learningRate: 0.01)))
        #expect(try flow(learner.network) > 10 * flow(network))
        var plain = RegularizedElmanNetwork(network, weight: 0)
        #expect(try plain.loss(of: example) == network.loss(of: example))
        #expect(
            try plain.lossAndGradient(of: example).gradient
                == network.lossAndGradient(of: example).gradient)
        try plain.load(learner.parameters)
        #expect(plain.network.W == learner.network.W)
    }
}
