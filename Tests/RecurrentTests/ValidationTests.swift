import JSON
import Recurrent
import SequenceTasks
import Testing

/// What a training does with losses that it does not learn from.
@Suite struct ValidationTests {
    /// A learner whose losses are its examples.
    private struct Told: Learner {
        var parameters = {
            var set = ParameterSet<Double>()
            set.append("w", Tensor(Matrix.column([0.0])))
            return set
        }()

        mutating func load(_ parameters: ParameterSet<Double>) throws(RecurrentError) {
            self.parameters = parameters
        }

        func loss(of example: Double) throws(RecurrentError) -> Double { example }

        func lossAndGradient(
            of example: Double
        ) throws(RecurrentError) -> (loss: Double, gradient: ParameterSet<Double>) {
            var gradient = ParameterSet<Double>()
            gradient.append("w", Tensor(Matrix.column([-1.0])))
            return (example, gradient)
        }

        /// The number of steps that were taken.
        var steps: Double { parameters.tensors[0].elements[0] }
    }

    @Test func ratesFallOnAPlateauAsInPyTorch() throws {
        let fixture = try Fixture.json("optimizer-trajectories.json")
        let losses = try #require(fixture["losses"]).numbers
        let plateaus = try #require(fixture["plateaus"]?.object)
        #expect(plateaus.count == 3)
        for (settings, rates) in plateaus {
            let numbers = settings.split(separator: " ").compactMap { Double($0) }
            var learner = Told()
            let history = try learner.train(
                Training(
                    steps: losses.count, optimizer: SGD(learningRate: 1),
                    schedule: .onPlateau(
                        factor: numbers[0], patience: Int(numbers[1]), downTo: numbers[2]))
            ) { losses[$0 - 1] }
            for (step, rate) in zip(history.steps, rates.numbers) {
                #expect(step.learningRate.isWithin(1e-12, of: rate), "\(settings), \(step.step)")
            }
            #expect(history.optimizer.learningRate == 1)
        }
        #expect(
            message {
                var learner = Told()
                return try learner.train(
                    Training(steps: 1, schedule: .onPlateau(factor: .nan))
                ) { _ in 1 }
            }.contains("by a finite factor"))
    }

    /// A model whose loss on what it does not see falls, then rises.
    private func lesson() throws -> (
        model: RecurrentModel<Double>, seen: [Batch<Double>], held: [Batch<Double>]
    ) {
        let model = try RecurrentModel(.elman, vocabulary: 2, hidden: 12, outputs: 2, seed: 3)
        let task = ParityTask(length: 5)
        return (
            model, [try task.batch(of: 6, seed: 1)],
            try (2..<6).map { try task.batch(of: 8, seed: $0) }
        )
    }

    @Test func theBestIsKept() throws {
        let (model, seen, held) = try lesson()
        var training = Training(
            epochs: 120, optimizer: try Adam(learningRate: 0.03), measureEvery: 1)
        training.keepsBest = true
        var (kept, last) = (model, model)
        let history = try kept.train(on: seen, validatedOn: held, training)
        training.keepsBest = false
        try last.train(on: seen, validatedOn: held, training)
        let losses = history.metric("validation").map(\.value)
        #expect(losses.count == 120)
        let least = try #require(losses.min())
        #expect(try kept.meanLoss(of: held) == least)
        #expect(try last.meanLoss(of: held) == losses.last)
        #expect(least < losses[119])
    }

    @Test func theRunEndsWhenTheValidationIsStuck() throws {
        let (model, seen, held) = try lesson()
        var learner = model
        let history = try learner.train(
            on: seen, validatedOn: held,
            Training(
                epochs: 500, optimizer: Adam(learningRate: 0.03),
                ending: .noValidationImprovement(for: 9)))
        let losses = history.metric("validation").map(\.value)
        #expect(history.outcome == .converged && losses.count < 500)
        let best = losses.firstIndex(of: losses.min() ?? 0)
        #expect(best == losses.count - 10)
    }

    @Test func schedulesFollowTheValidationWhereThereIsOne() throws {
        // Losses of training fall all the time, that of the validation never.
        var learner = Told()
        let history = try learner.train(
            on: [1.0], validatedOn: [2.0],
            Training(
                epochs: 6, optimizer: SGD(learningRate: 1),
                schedule: .onPlateau(factor: 0.5, patience: 1)))
        #expect(history.steps.map(\.learningRate) == [1, 1, 1, 0.5, 0.5, 0.25])
        #expect(learner.steps == 4.25)
    }

    @Test(arguments: 2...30, [0.01, 0.2, 0.5, 0.99])
    func aSplitIsAPartition(count: Int, fraction: Double) throws {
        let (training, validation) = try Training.split(
            Array(0..<count), holdingOut: fraction, seed: 1)
        #expect((training + validation).sorted() == Array(0..<count))
        #expect(!training.isEmpty && !validation.isEmpty)
        #expect(abs(Double(validation.count) - fraction * Double(count)) <= 1)
        let again = try Training.split(Array(0..<count), holdingOut: fraction, seed: 1)
        #expect(again.validation == validation)
    }

    @Test func whatCannotBeSplitIsTold() {
        #expect(
            message { try Training.split([1], seed: 1) }
                == "the number of examples is 1; it must be at least 2")
        #expect(
            message { try Training.split([1, 2], holdingOut: 1, seed: 1) }
                == "the fraction for the validation is 1.0; it must be a number between 0 and 1")
    }

    @Test(arguments: 1...8)
    func shuffledBatchesHaveEverySequenceOnceWithItsTarget(size: Int) throws {
        // A sequence of length n has the number n everywhere, and the class n of its last step.
        let lengths = [3, 1, 4, 2, 5]
        let values = try SequenceBatch(
            sequences: lengths.map { n in
                Array(repeating: [Double(n)], count: n)
            })
        let tokens = try TokenBatch(lengths.map { Array(repeating: $0, count: $0) })
        let classes = lengths.map { n in Array(repeating: n as Int?, count: n) }
        let targets: [SequenceTarget<Double>] = [
            .classes(lengths), .classesAtEveryStep(classes),
            .values(Matrix.column(lengths.map(Double.init))), .valuesAtEveryStep(values),
        ]
        for (index, target) in targets.enumerated() {
            let input: SequenceInput<Double> = index % 2 == 0 ? .values(values) : .tokens(tokens)
            let whole = Batch(input, target)
            let batches = try whole.shuffledBatches(of: size, seed: 3)
            #expect(batches.map(\.input.count).dropLast().allSatisfy { $0 == size })
            var found: [Int] = []
            for batch in batches {
                let all = batch.input.lengths ?? lengths
                found += all
                switch batch.target {
                case .classes(let classes): #expect(classes == all)
                case .classesAtEveryStep(let classes): #expect(classes.map(\.count) == all)
                case .values(let values): #expect(values.elements == all.map(Double.init))
                case .valuesAtEveryStep(let values): #expect(values.lengths == batch.input.lengths)
                }
                if case .tokens(let tokens) = batch.input {
                    #expect(Array(tokens.tokens.prefix(tokens.count)) == all)
                }
            }
            #expect(found.sorted() == [1, 2, 3, 4, 5])
            #expect(try whole.shuffledBatches(of: size, seed: 3) == batches)
            #expect(
                message { try whole.choosing(sequences: [5]) }
                    == "the sequence is 5; it must be from 0 to 4")
        }
    }
}
