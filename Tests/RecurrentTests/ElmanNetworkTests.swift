import Recurrent
import Testing

/// Example N1: three steps of one unit, computed by hand and by two other systems.
@Suite struct ElmanNetworkTests {
    private let network = ElmanNetwork(W: 0.5, U: 1, V: 1)

    @Test func findsTheStatesAndTheLossOfTheSlide() throws {
        let pass = try network.forward([1, 0.5, -0.5], target: 1)
        #expect(
            try pass.steps.map { try $0.H.value } == [
                0.7615941559557649, 0.7068184091418055, -0.145549720033691,
            ])
        #expect(pass.loss == 0.656142080534634)
        let slopes = [0.41997434161402614, 0.5004077364982473, 0.9788152789981142]
        for (step, slope) in zip(pass.steps, slopes) {
            #expect(try abs(step.derivative.value - slope) < 1e-16)
        }
    }

    @Test func findsTheGradientOfTheSlide() throws {
        let story = try network.backward(network.forward([1, 0.5, -0.5], target: 1))
        #expect(try story.gradient.W.value.isWithin(1e-15, of: -1.0062069228066077))
        #expect(try story.gradient.U.value.isWithin(1e-15, of: 0.36145460362760234))
        let w = [0, -0.21366446813252854, -0.7925424546740794]
        let u = [-0.058911687825163456, -0.1402744929577287, 0.5606407844104945]
        for (k, contribution) in story.contributions.enumerated() {
            #expect(contribution.step == k + 1)
            #expect(try contribution.W.value.isWithin(1e-15, of: w[k]))
            #expect(try contribution.U.value.isWithin(1e-15, of: u[k]))
        }
    }

    @Test func startsFromAGivenState() throws {
        var network = network
        network.H0 = 0.3
        let story = try network.backward(network.forward([1, 0.5, -0.5], target: 1))
        #expect(try story.gradient.W.value.isWithin(1e-15, of: -1.0376799566721386))
        #expect(try story.contributions[0].W.value.isWithin(1e-15, of: -0.013340412381704544))
        #expect(try story.gradient.U.value.isWithin(1e-15, of: 0.3797311117667469))
    }

    @Test func withTheIdentityGivesExactNumbers() throws {
        let linear = ElmanNetwork(W: 0.5, U: 1, V: 1, activation: .identity)
        let pass = try linear.forward([1, 0.5, -0.5], target: 1)
        let story = try linear.backward(pass)
        #expect(pass.states == [0, 1, 1, 0])
        #expect(story.gradient.W == -1.5)
        #expect(story.contributions.map(\.W) == [0, -0.5, -1])
        #expect(story.gradient.U == 0)
        #expect(story.contributions.map(\.U) == [-0.25, -0.25, 0.5])
    }

    @Test(arguments: Activation.allCases)
    func nestedBracketsEqualTheGradient(activation: Activation) throws {
        let network = ElmanNetwork(
            W: [[0.5, -0.3, 0.2], [0.1, 0.4, -0.6], [-0.2, 0.3, 0.7]],
            U: [[0.3, -0.8], [0.9, 0.1], [-0.4, 0.2]], V: [[1, -0.5, 0.25], [0.2, 0.4, 0.8]],
            b: [[0.05], [-0.1], [0.2]], H0: [[0.1], [0.2], [-0.3]], activation: activation)
        let inputs = [[1, 0.5], [-0.5, 0.25], [0.75, -1], [0.1, 0.2]]
        let pass = try network.forward(inputs, target: [[1], [-1]])
        let story = try network.backward(pass)
        let w = try pass.nestedBrackets(for: .recurrent)
        let u = try pass.nestedBrackets(for: .input)
        #expect(try (w.value - story.gradient.W).norm < 1e-14 * story.gradient.W.norm)
        #expect(try (u.value - story.gradient.U).norm < 1e-14 * story.gradient.U.norm)
        #expect(w.brackets.map(\.step) == [1, 2, 3, 4])
        var sum = Matrix<Double>.zeros(of: story.gradient.W)
        for contribution in story.contributions { sum = try sum + contribution.W }
        #expect(try (sum - story.gradient.W).norm <= 1e-14 * story.gradient.W.norm)
    }

    @Test func slidesBracketsHaveTheNumbersOfTheSlide() throws {
        let pass = try network.forward([1, 0.5, -0.5], target: 1)
        let nested = try pass.nestedBrackets(for: .recurrent)
        #expect(nested.brackets[0].value == 0)
        #expect(try nested.value.value.isWithin(1e-15, of: -1.0062069228066077))
    }

    @Test func jacobiansOfALinearChainArePowers() throws {
        let linear = ElmanNetwork(W: 0.5, U: 0, V: 1, activation: .identity)
        let pass = try linear.forward(Array(repeating: 1, count: 10), target: 0)
        #expect(try pass.jacobian(of: 10, withRespectTo: 0) == 0.0009765625)
        #expect(power(0.5, 10) == 0.0009765625)
        #expect(power(1.5, 10) == 57.6650390625)
    }

    @Test func stateGradientsFollowTheJacobians() throws {
        let pass = try network.forward([1, 0.5, -0.5], target: 1)
        let story = try network.backward(pass)
        let last = try story.stateGradients[3].value
        for k in 0...3 {
            let expected = try last * pass.jacobian(of: 3, withRespectTo: k).value
            #expect(try story.stateGradients[k].value.isWithin(1e-15, of: expected))
        }
    }

    @Test func readsAtEveryStepAndCutsOffEarlierOnes() throws {
        let linear = ElmanNetwork(
            W: 0.2, U: 0, V: 1, H0: 0.9, activation: .identity, loss: Loss(.squaredError, .sum))
        let pass = try linear.forward([0, 0, 0], target: 0)
        // d x_t / dw of x' = w x is 0.9, 0.36, 0.108; the last bracket alone is x_2 = 0.036.
        let scale = 2 * pass.loss.squareRoot()
        let whole = try linear.backward(pass)
        #expect(try (whole.gradient.W.value / scale).isWithin(1e-14, of: 0.108))
        let cut = try linear.backward(pass, truncatedAfter: 1)
        #expect(try (cut.gradient.W.value / scale).isWithin(1e-14, of: 0.036))
        let every = try linear.forward([0, 0, 0], targets: [0, 0, 0])
        #expect(every.outputs.count == 3)
        #expect(every.loss.isWithin(1e-14, of: 0.18 * 0.18 + 0.036 * 0.036 + 0.0072 * 0.0072))
    }

    @Test func lossesOfSingleStepsAddUp() throws {
        let pass = try network.forward([1, 0.5, -0.5], targets: [0.5, 1, -1])
        let whole = try network.backward(pass).gradient.W.value
        let parts = try (1...3).map { try network.backward(pass, lossAt: $0).gradient.W.value }
        #expect(parts.reduce(0, +).isWithin(1e-15, of: whole))
        #expect(
            message { try network.backward(pass, lossAt: 4) }
                == "the step of the loss is 4; it must be from 1 to 3")
        let last = try network.forward([1], target: 1)
        #expect(
            message { try network.backward(last, lossAt: 1) }
                == "the step of the loss is 1; it must be nil: only the last step has a target")
    }

    @Test func refusesWhatDoesNotFit() throws {
        #expect(
            message { try network.forward([[1, 2]], target: 1) }
                == "an Elman network with U of shape [1, 1] needs inputs of 1 features, got 2")
        #expect(
            message { try network.forward([1], target: [[1, 2]]) }
                == "1 sequences with 1 outputs needs a target of shape [1, 1], got [1, 2]")
        #expect(
            message { try network.forward([Double](), target: 1) }
                == "the shape of a batch is [0, 1, 1]; it must be at least one step, one sequence "
                + "and one feature")
        #expect(
            message { try network.forward([1, .nan], target: 1) }
                == "feature 0 of sequence 0 at step 2 is nan; replace it by a finite number, or "
                + "leave it out")
        let pass = try network.forward([1], target: 1)
        #expect(
            message { try ElmanNetwork(W: 0.4, U: 1, V: 1).backward(pass) }
                == "the pass is one made with other weights; it must be made by this network as it is "
                + "now; call forward again")
        #expect(
            message { try ElmanNetwork(W: [[1, 2]], U: 1, V: 1).forward([1], target: 1) }
                == "an Elman network with W of shape [1, 2] needs W of shape [1, 1], got [1, 2]")
    }
}
