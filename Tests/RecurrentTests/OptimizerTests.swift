import JSON
import Recurrent
import Testing

@Suite struct OptimizerTests {
    private static let gradients: [[Double]] = [
        [1, -2], [0.5, 0.25], [-0.75, 1], [0, 3], [2, -1], [0.1, 0.1],
    ]

    private static let rules: [String: any Optimizer] = [
        "sgd": SGD(learningRate: 0.1), "momentum": SGD(learningRate: 0.1, momentum: 0.9),
        "nesterov": SGD(learningRate: 0.1, momentum: 0.9, nesterov: true),
        "adagrad": Adagrad(learningRate: 0.1), "rmsprop": RMSprop(learningRate: 0.1),
        "adam": Adam(learningRate: 0.1), "adamw": Adam(learningRate: 0.1, weightDecay: 0.5),
    ]

    @Test(arguments: rules.keys.sorted())
    func takesPyTorchsSteps(name: String) throws {
        let fixtures = try Fixture.json("files-and-optimizers.json")["optimizers"]?.array
        let path = try #require(fixtures?.first { $0["name"]?.string == name }?["path"]?.array)
        var rule = try #require(Self.rules[name])
        var parameters = try set([0.5, -0.25])
        for (gradient, expected) in zip(Self.gradients, path) {
            try rule.update(&parameters, along: set(gradient))
            let found = try #require(parameters["w"]).elements
            for (a, b) in zip(found, expected.numbers) { #expect(a.isWithin(1e-12, of: b)) }
        }
    }

    @Test func plainDescentIsTheSlidesRuleToTheBit() throws {
        var parameters = ParameterSet<Float>()
        parameters.append("w", Tensor(Matrix<Float>.column([0.3, -1.7])))
        var gradient = ParameterSet<Float>()
        gradient.append("w", Tensor(Matrix<Float>.column([0.123, 45.6])))
        var rule = SGD(learningRate: 0.01)
        try rule.update(&parameters, along: gradient)
        let alpha: Float = 0.01
        #expect(parameters["w"]?.elements == [0.3 - alpha * 0.123, -1.7 - alpha * 45.6])
    }

    @Test func rpropLooksAtSignsOnly() throws {
        var rule = RProp(learningRate: 0.1)
        var parameters = try set([0, 0])
        for gradient in [[1.0, -50], [1e-9, -1], [-3, 1]] {
            try rule.update(&parameters, along: set(gradient))
        }
        // Steps of 0.05, 0.06 and, after a change of sign, 0.03 back.
        let found = try #require(parameters["w"]).elements
        #expect(found[0].isWithin(1e-12, of: -0.08) && found[1].isWithin(1e-12, of: 0.08))
    }

    @Test func refusesSettingsThatMakeNoSense() throws {
        var parameters = try set([0, 0])
        func complaint(_ rule: any Optimizer) -> String {
            var rule = rule
            return message { try rule.update(&parameters, along: set([1, 1])) }
        }
        #expect(
            complaint(SGD(learningRate: .nan))
                == "the learning rate is nan; it must be a finite number of at least 0.0")
        #expect(
            complaint(Adam(learningRate: -1))
                == "the learning rate is -1.0; it must be a finite number of at least 0.0")
        #expect(
            complaint(SGD(learningRate: 1, momentum: 2))
                == "the momentum is 2.0; it must be from 0.0 to 1.0")
        var rule = SGD(learningRate: 1)
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
