import Recurrent
import SequenceTasks
import Testing

/// Tests of the examples N2 to N10, whose numbers can be computed independently.
@Suite struct ReferenceNumbersTests {
    // MARK: N2, powers and numbers that stop moving

    @Test func powersAreThoseOfTheSlides() {
        #expect(power(0.5, 10) == 0.0009765625)
        #expect(power(1.5, 10) == 57.6650390625)
        #expect(power(0.9, 100).rounds(to: "2.656e-5"))
        #expect(power(1.1, 100).rounds(to: "13780.6"))
        #expect(power(0.25, 10).rounds(to: "9.54e-7"))
        #expect(power(2.0, -2) == 0.25)
    }

    @Test func updatesStopAtTheKnownStep() throws {
        func firstStill<Scalar: RealScalar>(_ type: Scalar.Type) throws -> Int? {
            try (1...100).first { n in
                let table = try UpdateTable(
                    [1] as [Scalar], gradient: [power(0.5, n)], learningRate: Scalar(0.01))
                return table.changedCount == 0
            }
        }
        #expect(try firstStill(Float.self) == 19)
        #expect(try firstStill(Double.self) == 48)
    }

    @Test func numbersOverflowAtTheKnownStep() {
        #expect((1...2000).first { power(1.5 as Float, $0) == .infinity } == 219)
        #expect((1...2000).first { power(1.5, $0) == .infinity } == 1751)
        // The sum of their squares in a plain norm overflows at half of that.
        #expect((1...2000).first { power(power(1.5 as Float, $0), 2) == .infinity } == 110)
        #expect((1...2000).first { power(power(1.5, $0), 2) == .infinity } == 876)
        #expect(Matrix<Float>.column([power(1.5, 110)]).norm == power(1.5, 110))
        #expect(Matrix<Double>.column([power(1.5, 876)]).norm == power(1.5, 876))
    }

    // MARK: N3, bounds

    @Test(arguments: [(0.9, "0.348678", "2.656e-5"), (1.1, "2.59374", "1.378e4"), (1.0, "1", "1")])
    func orthogonalMatricesShrinkGradientsByTheirScale(
        scale: Double, ten: String, hundred: String
    ) throws {
        var generator = Xoshiro256(seed: 1)
        let W = try Matrix<Double>.orthogonal(50, scale: scale, using: &generator)
        let network = ElmanNetwork(
            W: W, U: try .zeros(50, 1), V: try .zeros(1, 50), activation: .identity)
        let pass = try network.forward(Array(repeating: 0, count: 100), target: 0)
        let tenth = try pass.jacobian(of: 100, withRespectTo: 90).largestSingularValue
        let all = try pass.jacobian(of: 100, withRespectTo: 0).largestSingularValue
        #expect(tenth.rounds(to: ten) && tenth.isWithin(1e-12, of: power(scale, 10)))
        #expect(all.rounds(to: hundred) && all.isWithin(1e-12, of: power(scale, 100)))
        let bounds = try network.jacobianBounds
        #expect(bounds.spectralRadius.isWithin(1e-12, of: scale))
        #expect(bounds.perStep.isWithin(1e-12, of: scale))
    }

    private static let published: Matrix<Double> = [
        [1.78862847, 0.43650985, 0.09649747], [-1.8634927, -0.2773882, -0.35475898],
        [-0.08274148, -0.62700068, -0.04381817],
    ]

    @Test func aNonNormalMatrixCanStretchAndStillVanish() throws {
        let half = 0.5 * Self.published
        #expect(half.largestSingularValue.rounds(to: "1.3297"))
        #expect(try half.spectralRadius.rounds(to: "0.6276"))
        var product = half
        for _ in 2...200 { product = try product * half }
        #expect(product.largestSingularValue < 1e-39)
    }

    @Test(arguments: Activation.allCases)
    func noJacobianExceedsItsBound(activation: Activation) throws {
        var generator = Xoshiro256(seed: 7)
        let network = ElmanNetwork(
            W: try .normal(6, 6, deviation: 0.7, using: &generator),
            U: try .normal(6, 2, using: &generator), V: try .normal(1, 6, using: &generator),
            activation: activation)
        let inputs = (0..<12).map { _ in [generator.normal(), generator.normal()] }
        let pass = try network.forward(inputs, target: 0)
        let bounds = try network.jacobianBounds
        for (t, row) in try pass.jacobianNorms().rows.enumerated() {
            for (k, norm) in row.enumerated() {
                #expect(norm <= bounds.upperBound(lag: t - k) * (1 + 1e-12))
            }
        }
    }

    // MARK: N4, repeated products

    @Test(arguments: [
        (1.0, ["2.46841", "3.3357", "4.78328"], "249.496"),
        (0.5, ["1.2342", "0.833926", "0.59791"], "2.37938e-4"),
    ])
    func normsOfRepeatedProductsAreThePublishedOnes(
        scale: Double, first: [String], last: String
    ) throws {
        var gradient: Matrix<Double> = [[1, 1, 1], [1, 1, 1]]
        var norms: [Double] = []
        for _ in 0..<20 {
            gradient = try gradient * (scale * Self.published).transposed
            norms.append(gradient.norm / 2)
        }
        for (norm, expected) in zip(norms, first) { #expect(norm.rounds(to: expected)) }
        #expect(norms[19].rounds(to: last))
    }

    // MARK: N5, the counting network

    @Test(arguments: [
        (2.0, 1.0, 28.35, 56.7, 467.2), (1, 2, 265551.15, 535908.3, 2174323.9),
        (1, -2, 85002.75, 168858.3, -739548.9),
        (1, 0.5, 16.396010398864746, -10.032979202270507, -17.425470733642577),
    ])
    func countingNetworkHasThePublishedGradients(
        u: Double, w: Double, loss: Double, du: Double, dw: Double
    ) throws {
        let network = counting(u, w)
        let (found, gradient) = try network.lossAndGradient(of: CountingTask.publishedExample())
        #expect(found.isWithin(1e-12, of: loss))
        #expect(try #require(gradient["U"]).elements[0].isWithin(1e-12, of: du))
        #expect(try #require(gradient["W"]).elements[0].isWithin(1e-12, of: dw))
    }

    @Test func countingNetworkHasThePublishedStateGradients() throws {
        let example: ElmanExample<Double> = try CountingTask.publishedExample()
        let network = counting(1, 2)
        let story = try network.backward(
            network.forward(example.inputs, target: example.target))
        // The published gradients are of the sum over the 20 sequences, ours of the mean.
        #expect((20 * story.stateGradients[10].sum).isWithin(1e-12, of: 17686))
        #expect((20 * story.stateGradients[0].sum).isWithin(1e-12, of: 18110464))
        #expect(try counting(1.2, 1.2).loss(of: example).isWithin(1e-12, of: 110.22803726617079))
        let slow = counting(1, 0.5)
        let quiet = try slow.backward(slow.forward(example.inputs, target: example.target))
        #expect((20 * quiet.stateGradients[0].sum).isWithin(1e-12, of: -0.15197372436523438))
    }

    @Test func rpropFindsThePublishedWeights() throws {
        var network = counting(-1.5, 2)
        let example: ElmanExample<Double> = try CountingTask.publishedExample()
        try network.train(
            on: example, Training(steps: 500, optimizer: PublishedRProp(), only: ["W", "U"]))
        #expect(try abs(network.U.value - 1.0014) < 5e-5)
        #expect(try abs(network.W.value - 0.9997) < 5e-5)
    }

    // MARK: N6, clipping against an explosion

    @Test func firstStepOfTheCountingNetworkIsKnown() throws {
        let network = counting(-1.5, 2)
        let (loss, gradient) = try network.lossAndGradient(of: CountingTask.publishedExample())
        #expect(loss.isWithin(1e-12, of: 615689.775))
        #expect(try #require(gradient["U"]).elements[0].isWithin(1e-12, of: -816019.2))
        #expect(try #require(gradient["W"]).elements[0].isWithin(1e-12, of: 4963683.9))
    }

    @Test(arguments: [
        (Clipping.slide, 1e-3, "1.792355e11"), (.value(limit: 0.1), 1e-3, "6.151121e5"),
        (.globalNorm(limit: 0.1), 1e-3, "6.151869e5"), (.none, 1e-3, "7.710710e71"),
        (.slide, 0.01, "1.785253e13"),
    ])
    func nextLossDependsOnTheRule(rule: Clipping, rate: Double, next: String) throws {
        var network = counting(-1.5, 2)
        let example: ElmanExample<Double> = try CountingTask.publishedExample()
        try network.train(
            on: example,
            Training(
                steps: 1, optimizer: SGD(learningRate: rate), only: ["W", "U"], clipping: rule))
        #expect(try network.loss(of: example).rounds(to: next))
        if rule == .slide, rate == 1e-3 { #expect(try network.U.value.rounds(to: "814.52")) }
    }

    @Test func withoutClippingTheSecondLossIsInfinite() throws {
        var network = counting(-1.5, 2)
        let history = try network.train(
            on: CountingTask.publishedExample(),
            Training(
                steps: 5000, optimizer: SGD(learningRate: 0.01), only: ["W", "U"],
                nonFinite: .pass))
        guard case .nonFinite(let step, let message) = history.outcome else {
            Issue.record("ended as \(history.outcome)")
            return
        }
        // The loss before the second step is still finite; the values after it are not.
        #expect((2...3).contains(step), "\(message)")
    }

    @Test func theSlidesRuleEndsFarAway() throws {
        var network = counting(-1.5, 2)
        let example: ElmanExample<Double> = try CountingTask.publishedExample()
        try network.train(
            on: example,
            Training(
                steps: 5000, optimizer: SGD(learningRate: 0.01), only: ["W", "U"],
                clipping: .slide))
        #expect((1e66...2e66).contains(try network.loss(of: example)))
    }

    @Test func withoutClippingItGoesWellAndThenDies() throws {
        var network = counting(0.5, 0.5)
        let history = try network.train(
            on: CountingTask.publishedExample(),
            Training(
                steps: 20, optimizer: SGD(learningRate: 0.01), only: ["W", "U"],
                nonFinite: .pass))
        for (loss, expected) in zip(history.losses, ["21.89", "19.02", "12.51", "16.12"]) {
            #expect(loss.rounds(to: expected))
        }
        guard case .nonFinite(let step, _) = history.outcome else {
            Issue.record("ended as \(history.outcome)")
            return
        }
        #expect((6...7).contains(step))
    }

    @Test(arguments: [
        (Clipping.value(limit: 0.1), 0.01, "0.01006"), (.globalNorm(limit: 0.1), 0.01, "0.03423"),
        (.globalNorm(limit: 1), 0.01, "0.01414"), (.globalNorm(limit: 0.1), 1e-3, "5.73"),
    ])
    func clippedRunsEndAtTheKnownLoss(rule: Clipping, rate: Double, last: String) throws {
        var network = counting(rate == 0.01 ? -1.5 : 0.5, rate == 0.01 ? 2 : 0.5)
        let history = try network.train(
            on: CountingTask.publishedExample(),
            Training(
                steps: 5000, optimizer: SGD(learningRate: rate), only: ["W", "U"],
                clipping: rule))
        // The last steps alternate between two losses; rounding decides which comes last.
        #expect(history.losses.suffix(2).contains { $0.rounds(to: last) })
    }

    // MARK: N7, what clipping does to one vector

    @Test func clippingRulesDoWhatTheySay() throws {
        let g = Matrix<Double>.column([3, -4, 0.05])
        let slide = try Clipping.slide.clip(g)
        #expect(slide.gradient.elements == [0.1, -4, 0.05])
        #expect(slide.directionCosine.rounds(to: "0.8148"))
        #expect(slide.normBefore.rounds(to: "5.000249994"))
        let value = try Clipping.value(limit: 0.1).clip(g)
        #expect(value.gradient.elements == [0.1, -0.1, 0.05])
        #expect(value.directionCosine.rounds(to: "0.9366"))
        let torch = try Clipping.pytorchNorm(limit: 0.1).clip(g)
        for (number, expected) in zip(
            torch.gradient.elements, ["0.05999699", "-0.07999598", "0.00099995"])
        {
            #expect(number.rounds(to: expected))
        }
        #expect(torch.normAfter.rounds(to: "0.09999998000"))
        let norm = try Clipping.globalNorm(limit: 0.1).clip(g)
        #expect(norm.normAfter.isWithin(1e-15, of: 0.1))
        #expect(norm.directionCosine.isWithin(1e-15, of: 1))
        #expect(norm.scale.isWithin(1e-15, of: 0.1 / norm.normBefore))
    }

    // MARK: N9, gate arithmetic

    @Test(arguments: [
        (0.0, "9.77e-4", "7.9e-31"), (1, "0.0436", "2.5e-14"), (2, "0.281", "3.1e-6"),
        (3, "0.615", "7.8e-3"), (5, "0.935", "0.511"),
    ])
    func forgetBiasDecidesWhatIsKept(bias: Double, ten: String, hundred: String) throws {
        var layer = try RecurrentLayer<Double>(
            .lstm, weightIH: .zeros(4, 1), weightHH: .zeros(4, 1))
        layer.setForgetBias(bias)
        let pass = try layer.forward(SequenceBatch(Array(repeating: 0.0, count: 100)))
        let products = try pass.forgetProducts.map { try $0.value }
        #expect(products.count == 101)
        #expect(products[90].rounds(to: ten), "\(products[90])")
        #expect(products[0].rounds(to: hundred), "\(products[0])")
    }

    // MARK: N10, gradients of fresh networks

    @Test func freshLSTMsForgetUnlessTheirForgetBiasIsLarge() throws {
        func medianFlow(_ cell: RecurrentCell, _ forgetBias: Double? = nil) throws -> Double {
            let flows = try (1...5).map { seed in
                var generator = Xoshiro256(seed: UInt64(seed))
                let layer = try RecurrentLayer<Double>(
                    cell, inputs: 32, hidden: 32,
                    initialization: Initialization(forgetBias: forgetBias), using: &generator)
                let inputs = (0..<40).map { _ in (0..<32).map { _ in generator.normal() } }
                let pass = try layer.forward(SequenceBatch(inputs))
                let asked = try Matrix<Double>.normal(1, 32, using: &generator)
                let story = try layer.backward(
                    pass, finalStateGradient: LayerState(hidden: asked))
                let norms =
                    cell.hasCellState ? story.cellGradientNorms : story.stateGradientNorms
                return norms[30] / norms[40]
            }
            return flows.sorted()[2]
        }
        // Ranges around the medians with PyTorch's generator: 0.0015, 0.005, 0.005, 0.09, 0.8.
        #expect((1e-4...1e-2).contains(try medianFlow(.elman)))
        #expect((5e-4...5e-2).contains(try medianFlow(.gru)))
        #expect((5e-4...5e-2).contains(try medianFlow(.lstm)))
        #expect((0.02...0.4).contains(try medianFlow(.lstm, 1)))
        #expect((0.4...1.5).contains(try medianFlow(.lstm, 5)))
    }

    /// Returns the linear network of one unit that counts ones.
    private func counting(_ u: Double, _ w: Double) -> ElmanNetwork<Double> {
        ElmanNetwork(
            W: [[w]], U: [[u]], V: 1, activation: .identity, loss: .meanSquaredError)
    }
}

/// The rule of the published program, which differs from PyTorch's: after a change of sign the step
/// is smaller, and is taken; the sign before the first step is zero.
private struct PublishedRProp: Optimizer {
    var learningRate = 0.001
    private var sizes: [[Double]] = []
    private var signs: [[Double]] = []

    mutating func update<Scalar: RealScalar>(
        _ parameters: inout ParameterSet<Scalar>, along gradient: ParameterSet<Scalar>
    ) throws(RecurrentError) {
        if sizes.isEmpty {
            sizes = gradient.tensors.map { $0.elements.map { _ in learningRate } }
            signs = gradient.tensors.map { $0.elements.map { _ in 0 } }
        }
        var moved = ParameterSet<Scalar>()
        for (place, name) in parameters.names.enumerated() {
            var elements = parameters.tensors[place].elements
            for (index, number) in gradient.tensors[place].elements.enumerated() {
                let sign: Double = number > 0 ? 1 : number < 0 ? -1 : 0
                sizes[place][index] *= sign == signs[place][index] ? 1.2 : 0.5
                signs[place][index] = sign
                elements[index] -= Scalar(sign * sizes[place][index])
            }
            moved.append(
                name, try Tensor(shape: parameters.tensors[place].shape, elements: elements))
        }
        parameters = moved
    }
}
