import JSON
import Testing

@testable import Recurrent

/// Losses that are written as functions are the built-in ones, and every gradient is the derivative.
@Suite struct LossTests {
    private static let twins: [(Loss, Loss)] = [
        (.meanSquaredError, Loss.own { ŷ, y in (ŷ - y).squared.mean }),
        (.squaredError, Loss.own("squares", .sum) { ŷ, y in (ŷ - y).squared.sum }),
        (.halfSquaredError, Loss.own("half", .sum) { ŷ, y in 0.5 * ((ŷ - y) ⊙ (ŷ - y)).sum }),
        (.binaryCrossEntropy, Loss.own { ŷ, y in (softplus(ŷ) - ŷ ⊙ y).mean }),
        (
            .huber(0.7),
            Loss.own("huber") { ŷ, y in
                let e = abs(ŷ - y)
                let beyond = relu(e - 0.7)
                return (0.5 * (e - beyond).squared + 0.7 * beyond).mean
            }
        ),
    ]

    /// A model of two outputs, and a ragged batch with a target in 0...1 after every step.
    private func sample(
        _ loss: Loss, seed: UInt64
    ) throws -> (RecurrentModel<Double>, Batch<Double>) {
        var generator = Xoshiro256(seed: seed)
        let model = try RecurrentModel(
            .elman, inputs: 2, hidden: 3, outputs: 2, loss: loss, seed: seed)
        func numbers(_ width: Int, _ make: () -> Double) throws -> SequenceBatch<Double> {
            try SequenceBatch(
                sequences: [4, 2].map { steps in
                    (0..<steps).map { _ in (0..<width).map { _ in make() } }
                })
        }
        let input = try numbers(2) { generator.normal() }
        let target = try numbers(2) { generator.uniform() }
        return (model, Batch(.values(input), .valuesAtEveryStep(target)))
    }

    @Test(arguments: twins.indices, [1, 2, 3] as [UInt64])
    func aFunctionIsTheBuiltInLoss(index: Int, seed: UInt64) throws {
        let (model, batch) = try sample(Self.twins[index].0, seed: seed)
        var other = model
        other.loss = Self.twins[index].1
        let (a, b) = (try model.lossAndGradient(of: batch), try other.lossAndGradient(of: batch))
        #expect(a.loss.isWithin(1e-14, of: b.loss))
        for (left, right) in zip(a.gradient.tensors, b.gradient.tensors) {
            #expect(Matrix.column(left.elements).distance(to: .column(right.elements)) < 1e-12)
        }
        #expect(try model.gradientCheck(on: batch).passes)
        #expect(try other.gradientCheck(on: batch).passes)
    }

    /// A cost is compiled once for every number of outputs, however many batches and copies there are.
    @Test func aFunctionIsCompiledOncePerShape() throws {
        let loss = Loss.own { ŷ, y in (ŷ - y).squared.mean }
        guard case .equations(let recording) = loss.cost else { return }
        #expect(recording.plans.widths.isEmpty)
        for outputs in [2, 3, 2, 5, 3] {
            for count in 1...4 {
                let numbers = try Matrix<Double>.zeros(count, outputs)
                let copy = loss
                _ = try copy.evaluate(numbers, numbers, sequences: count)
            }
        }
        #expect(recording.plans.widths == [2, 3, 5])
        #expect(loss == Loss.own { ŷ, y in (ŷ - y).squared.mean })
        #expect(loss.hashValue == Loss.own { ŷ, y in (ŷ - y).squared.mean }.hashValue)
    }

    /// The numbers of the fixture, `[6, 3]`.
    private func fixtureNumbers(_ offset: Int, _ scale: Double) throws -> Matrix<Double> {
        let numbers = (0..<18).map { Double(($0 * 37 + offset * 101) % 61 - 30) / scale }
        return try Matrix(rows: 6, columns: 3, elements: numbers)
    }

    @Test func lossesAndGradientsAreThoseOfPyTorch() throws {
        let fixture = try Fixture.json("pytorch-losses.json")
        let numbers = SequenceTarget.values(try fixtureNumbers(2, 8))
        let shares = SequenceTarget.values(
            try fixtureNumbers(3, 64).map { min(max($0 + 0.5, 0), 1) })
        let classes = SequenceTarget<Double>.classes([0, 2, 1, 2, 1, 0])
        let weighted = Loss.crossEntropy.weighting(classes: [1, 0.5, 4])
        var summed = weighted
        summed.reduction = .sum
        let cases: [String: (Loss, SequenceTarget<Double>)] = [
            "mse": (.meanSquaredError, numbers), "huber 1": (.huber(), numbers),
            "huber 0.25": (.huber(0.25), numbers), "binary": (.binaryCrossEntropy, shares),
            "classes": (.crossEntropy, classes), "weights": (weighted, classes),
            "weights, sum": (summed, classes),
            "ignored": (.crossEntropy.ignoring(class: 2), classes),
            "weights, ignored": (weighted.ignoring(class: 1), classes),
        ]
        #expect(fixture.object?.count == cases.count)
        // A model that hands its input on: h = x and ŷ = h.
        var model = try RecurrentModel(.elman(.identity), inputs: 3, hidden: 3, outputs: 3, seed: 1)
        var parameters = ParameterSet<Double>()
        for (name, tensor) in zip(model.parameters.names, model.parameters.tensors) {
            let isUnit = name == "fc.weight" || name.contains("weight_ih")
            let unit = try Matrix<Double>.identity(3)
            parameters.append(
                name,
                isUnit
                    ? Tensor(unit)
                    : try Tensor(shape: tensor.shape, elements: tensor.elements.map { _ in 0 }))
        }
        try model.load(parameters)
        let input = try SequenceBatch(
            steps: 1, count: 6, features: 3, elements: try fixtureNumbers(1, 8).elements)
        for (name, (loss, target)) in cases {
            model.loss = loss
            let pass = try model.forward(Batch(.values(input), target))
            let gradient = try model.backward(pass).stackStory.inputGradient.elements
            let expected = try #require(fixture[name])
            let number = try #require(expected["loss"]?.double)
            #expect(pass.loss.isWithin(1e-14, of: number), "\(name)")
            for (a, b) in zip(gradient, try #require(expected["gradient"]).numbers) {
                #expect(abs(a - b) < 1e-15, "\(name)")
            }
        }
    }

    @Test func classesHaveWeightsAsInPyTorch() throws {
        // By hand: Σ w ℓ / Σ w over the positions with a class that counts.
        var model = try RecurrentModel(
            .elman, inputs: 1, hidden: 2, outputs: 3,
            loss: .crossEntropy.weighting(classes: [1, 0.5, 4]).ignoring(class: 1), seed: 2)
        let input = SequenceInput<Double>.values(
            try SequenceBatch(sequences: [[[1], [2], [0]], [[3]], [[1], [1]]]))
        let batch = Batch(input, .classesAtEveryStep([[0, 1, 2], [1], [2, nil]]))
        let outputs = try model.outputs(for: input, atEveryStep: true)
        var (sum, weights) = (0.0, 0.0)
        for (row, label, weight) in [(0, 0, 1.0), (6, 2, 4.0), (2, 2, 4.0)] {
            sum +=
                -weight * ElementaryFunctions.logarithm(softmax(outputs.row(row).elements)[label])
            weights += weight
        }
        #expect(try model.loss(of: batch).isWithin(1e-14, of: sum / weights))
        #expect(try model.gradientCheck(on: batch).passes)
        let right = try model.accuracy(on: batch)
        #expect([0, 1.0 / 3, 2.0 / 3, 1].contains(right))
        #expect(
            message { try model.loss(of: Batch(input, .classes([1, 1, 1]))) }
                == "every class of the batch is 1, which does not count; it must be another class at "
                + "one step at least, or there is nothing to learn")
        model.loss = .crossEntropy.weighting(classes: [1, 2])
        #expect(
            message { try model.loss(of: batch) }
                == "a loss of 3 classes needs 3 class weights, got 2")
        model.loss = .meanSquaredError.weighting(classes: [1, 2, 3])
        #expect(
            message { try model.loss(of: batch) }
                == "the cost is squaredError; it must be a cross-entropy where classes have weights"
        )
    }

    @Test func whatIsNoCostIsToldWithItsEquation() throws {
        func answer(_ cost: (Term, Term) -> Term) -> String {
            message {
                let (model, batch) = try sample(.own("mine", cost: cost), seed: 1)
                return try model.loss(of: batch)
            }
        }
        #expect(
            answer { ŷ, y in (ŷ - y).squared }
                == "the cost of mine, (ŷ - y)², needs a single number, as .sum and .mean give, got "
                + "[2, 1]")
        #expect(
            answer { ŷ, y in ŷ • y }
                == "ŷ • y in mine needs as many rows on the right as columns on the left (⊙ multiplies "
                + "element by element), got [2, 1] of ŷ and [2, 1] of y")
        #expect(
            answer { ŷ, y in (Weight(of: .state) • ŷ).sum }
                == "the loss mine is one with a weight, weight1; it must be a function of outputs and "
                + "targets: only cells have weights")
        #expect(answer { ŷ, _ in ŷ.sum } == "no error")
        #expect(answer { _, _ in Term(1) } == "no error")
        #expect(
            message { try sample(.huber(-1), seed: 1).0.loss(of: sample(.huber(-1), seed: 1).1) }
                == "δ of the Huber loss is -1.0; it must be a number over 0")
    }
}
