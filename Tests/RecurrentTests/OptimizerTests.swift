import JSON
import Recurrent
import Testing

@Suite struct OptimizerTests {
    /// Returns the optimizers of make-optimizer-fixtures.py.
    private static func rules() throws -> [String: any Optimizer] {
        [
            "sgd": try SGD(learningRate: 0.1),
            "sgd decay": try SGD(learningRate: 0.1, weightDecay: 0.5),
            "sgd momentum": try SGD(learningRate: 0.1, momentum: 0.9),
            "sgd momentum decay": try SGD(learningRate: 0.1, momentum: 0.9, weightDecay: 0.5),
            "sgd dampening": try SGD(learningRate: 0.1, momentum: 0.9, dampening: 0.5),
            "sgd nesterov": try SGD(learningRate: 0.1, momentum: 0.9, nesterov: true),
            "sgd nesterov decay": try SGD(
                learningRate: 0.1, momentum: 0.9, nesterov: true, weightDecay: 0.5),
            "adagrad": try Adagrad(learningRate: 0.1),
            "adagrad decays": try Adagrad(learningRate: 0.1, weightDecay: 0.5, rateDecay: 0.25),
            "rmsprop": try RMSprop(learningRate: 0.1),
            "rmsprop momentum": try RMSprop(learningRate: 0.1, momentum: 0.9, weightDecay: 0.5),
            "rmsprop centered": try RMSprop(learningRate: 0.1, decay: 0.75, centered: true),
            "rmsprop centered momentum": try RMSprop(
                learningRate: 0.1, momentum: 0.5, centered: true),
            "rprop": try RProp(learningRate: 0.001),
            "rprop bounds": try RProp(
                learningRate: 0.1, growth: 2, shrinkage: 0.25, smallestStep: 0.01,
                largestStep: 0.5),
            "adam": try Adam(learningRate: 0.1),
            "adam betas": try Adam(
                learningRate: 0.1, beta1: 0.5, beta2: 0.75, epsilon: 1e-3),
            "adam decay": try Adam(learningRate: 0.1, weightDecay: 0.5, decay: .gradient),
            "adam amsgrad": try Adam(learningRate: 0.1, amsgrad: true),
            "adamw": try Adam(learningRate: 0.1, weightDecay: 0.5),
            "adamw amsgrad": try Adam(learningRate: 0.1, weightDecay: 0.5, amsgrad: true),
        ]
    }

    /// Returns the gradients of make-optimizer-fixtures.py: zeros, alternating, vanishing, and
    /// irregular.
    private func gradients(at n: Int) -> [Double] {
        let half = n / 2 % 2 == 0 ? 1.0 : -1
        return [
            n < 60 ? 0 : 1, (n % 2 == 0 ? 1 : -1) * Double(n % 5 + 1) / 4, power(0.5, n),
            power(0.5, 8 * n), n % 2 == 0 ? 0 : half, Double(n * 37 % 61 - 30) / 64,
        ]
    }

    @Test func takesPyTorchsSteps() throws {
        let fixture = try Fixture.json("optimizer-trajectories.json")["rules"]
        let rules = try Self.rules()
        #expect(fixture?.object?.count == rules.count)
        for (name, rule) in rules {
            var rule = rule
            let path = try #require(fixture?[name]?.array)
            var parameters = try set([0.5, -0.25, 0.125, 1, -2, 0.0625])
            for (step, expected) in path.enumerated() {
                try rule.update(&parameters, along: set(gradients(at: step)))
                let found = try #require(parameters["w"]).elements
                for (a, b) in zip(found, expected.numbers) {
                    #expect(abs(a - b) <= 1e-12 * max(1, abs(b)), "\(name), step \(step)")
                }
            }
        }
    }

    @Test func followsPyTorchsSchedules() throws {
        let fixture = try Fixture.json("optimizer-trajectories.json")["schedules"]
        let schedules: [String: LearningRateSchedule] = [
            "steps": .steps(every: 3, factor: 0.5), "exponential": .exponential(factor: 0.9),
            "cosine": .cosine(over: 10, downTo: 0.1), "warm-up": .warmUp(over: 5),
            "warm-up, cosine": .warmUpThenCosine(over: 5, then: 10, downTo: 0.1),
        ]
        #expect(fixture?.object?.count == schedules.count)
        for (name, schedule) in schedules {
            let rates = try #require(fixture?[name]).numbers
            for (step, rate) in rates.enumerated() {
                #expect(try schedule.factor(at: step).isWithin(1e-12, of: rate), "\(name) \(step)")
            }
        }
    }

    /// Settings that change during training apply to the following steps.
    @Test func forgetsNothingWhenTheLearningRateChanges() throws {
        var (once, twice) = (try Adam(learningRate: 0.1), try Adam(learningRate: 0.1))
        var (a, b) = (try set([1]), try set([1]))
        try once.update(&a, along: set([1]))
        try twice.update(&b, along: set([1]))
        twice.learningRate = 0.2
        try once.update(&a, along: set([0.5]))
        try twice.update(&b, along: set([0.5]))
        let moved = (1 - 0.1, try #require(a["w"]).elements[0], try #require(b["w"]).elements[0])
        #expect(abs((moved.2 - moved.0) - 2 * (moved.1 - moved.0)) < 1e-9)
    }

    @Test func plainDescentIsTheSlidesRuleToTheBit() throws {
        var parameters = ParameterSet<Float>()
        parameters.append("w", Tensor(Matrix<Float>.column([0.3, -1.7])))
        var gradient = ParameterSet<Float>()
        gradient.append("w", Tensor(Matrix<Float>.column([0.123, 45.6])))
        var rule = try SGD(learningRate: 0.01)
        try rule.update(&parameters, along: gradient)
        let alpha: Float = 0.01
        #expect(parameters["w"]?.elements == [0.3 - alpha * 0.123, -1.7 - alpha * 45.6])
    }

    @Test func rpropLooksAtSignsOnly() throws {
        var rule = try RProp(learningRate: 0.1)
        var parameters = try set([0, 0])
        for gradient in [[1.0, -50], [1e-9, -1], [-3, 1], [-3, 1]] {
            try rule.update(&parameters, along: set(gradient))
        }
        // Steps of 0.1 and 0.12; after the change of sign a wait, and then half a step back.
        let found = try #require(parameters["w"]).elements
        #expect(found[0].isWithin(1e-12, of: -0.16) && found[1].isWithin(1e-12, of: 0.16))
    }

    @Test func rpropStaysWhereThereIsNoGradient() throws {
        var rule = try RProp()
        var parameters = try set([0])
        for _ in 0..<60 { try rule.update(&parameters, along: set([0])) }
        try rule.update(&parameters, along: set([1]))
        #expect(parameters["w"]?.elements == [-0.001])
    }

    @Test func refusesSettingsThatMakeNoSenseWhereTheyAreMade() {
        func expect(_ complaint: String, _ make: () throws -> any Optimizer) {
            #expect(message(make).hasPrefix(complaint))
        }
        expect("the momentum is 2.0; it must") { try SGD(learningRate: 0.1, momentum: 2) }
        expect("the dampening is -1.0") { try SGD(learningRate: 1, momentum: 0.9, dampening: -1) }
        expect("the weight decay is -0.5") { try SGD(learningRate: 0.1, weightDecay: -0.5) }
        expect("Nesterov's correction is") { try SGD(learningRate: 0.1, nesterov: true) }
        expect("the learning rate is nan") { try SGD(learningRate: .nan) }
        expect("the learning rate is -1.0") { try Adam(learningRate: -1) }
        expect("beta2 is 1.0") { try Adam(beta2: 1) }
        expect("epsilon is -1.0") { try Adagrad(epsilon: -1) }
        expect("the decay of the learning rate is inf") { try Adagrad(rateDecay: .infinity) }
        expect("the momentum is 1.5") { try RMSprop(momentum: 1.5) }
        expect("the growth is 0.5") { try RProp(growth: 0.5) }
        expect("the largest step is 1e-09") { try RProp(largestStep: 1e-9) }
    }

    @Test func refusesSettingsThatAreChangedToNonsense() throws {
        var parameters = try set([0, 0])
        var rule = try SGD(learningRate: 1)
        rule.momentum = 2
        #expect(
            message { try rule.update(&parameters, along: set([1, 1])) }
                == "the momentum is 2.0; it must be from 0.0 to 1.0")
        rule.momentum = 0
        #expect(
            message { try rule.update(&parameters, along: ParameterSet()) }
                == "an optimizer's step needs w [2], got ")
    }

    @Test func schedulesChangeTheRate() throws {
        #expect(try LearningRateSchedule.constant.factor(at: 9) == 1)
        #expect(try LearningRateSchedule.steps(every: 3, factor: 0.5).factor(at: 6) == 0.25)
        #expect(try LearningRateSchedule.exponential(factor: 0.5).factor(at: 3) == 0.125)
        let cosine = LearningRateSchedule.cosine(over: 10, downTo: 0.1)
        #expect(try cosine.factor(at: 0) == 1)
        #expect(try cosine.factor(at: 5).isWithin(1e-15, of: 0.55))
        #expect(try cosine.factor(at: 20).isWithin(1e-15, of: 0.1))
        #expect(try LearningRateSchedule.warmUp(over: 4).factor(at: 1) == 0.5)
        #expect(
            message { try LearningRateSchedule.warmUp(over: 0).factor(at: 1) }
                == "the learning-rate schedule is warmUp(over: 0); it must be over at least 1 "
                + "step, by a finite factor of at least 0")
    }

    private func set(_ numbers: [Double]) throws -> ParameterSet<Double> {
        var set = ParameterSet<Double>()
        set.append("w", try Tensor(shape: [numbers.count], elements: numbers))
        return set
    }
}
