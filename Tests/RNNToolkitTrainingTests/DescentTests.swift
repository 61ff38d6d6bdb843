import RNNToolkit
import Testing

@Suite struct DescentTests {
    /// Returns Pascanu's network of one sigmoid unit, with its example.
    private func valley() throws -> (ElmanNetwork<Double>, ElmanExample<Double>) {
        let network = ElmanNetwork(
            W: 4.9, U: 0, V: 1, b: [[-2.55]], H0: [[Activation.sigmoid(0.5)]],
            activation: .sigmoid, loss: .squaredError)
        let silence = try SequenceBatch(Array(repeating: 0.0, count: 50))
        return (network, ElmanExample(silence, target: 0.7))
    }

    @Test func oneFreeStepFallsOffTheCliffAndAClippedOneDoesNot() throws {
        let (network, example) = try valley()
        let free = try network.descent(
            on: example, along: "W", "b", steps: 1, learningRate: 0.05)
        #expect(free.x[0] == 4.9 && free.y[0] == -2.55 && free.x.count == 2)
        #expect(abs(free.end.x - 5.5885) < 1e-4 && abs(free.end.y + 1.4447) < 1e-4)
        let held = try network.descent(
            on: example, along: "W", "b", steps: 1, learningRate: 0.05,
            clipping: .globalNorm(limit: 1))
        #expect(abs(held.end.x - 4.9264) < 1e-4 && abs(held.end.y + 2.5076) < 1e-4)
        #expect(held.name == "norm 1")
    }

    @Test func startsWhereItIsTold() throws {
        let example = try CountingTask.publishedExample()
        let descent = try Samples.counter(u: 9, w: 9).descent(
            on: example, along: "U", "W", from: (-1.5, 2), steps: 9, learningRate: 1e-3)
        #expect(descent.history.losses[0] == 615689.775)
        #expect(descent.history.nonFiniteStep == 3)
        // The step with a non-finite number has not changed anything.
        #expect(descent.x.count == 3)
    }

    @Test func needsParametersOfOneNumber() throws {
        let example = try CountingTask.publishedExample()
        let network = Samples.counter(u: 1, w: 1)
        #expect(
            Samples.message {
                _ = try network.descent(on: example, along: "w", "U", steps: 1, learningRate: 1)
            } == "the parameter w is missing; it must be one of: W, U, V, b, c, H0")
        let wide = ElmanNetwork(W: [[1, 0], [0, 1]], U: [[1], [1]], V: [[1, 1]])
        #expect(
            Samples.message {
                _ = try wide.errorSurface(on: example, x: ("W", 0...1), y: ("c", 0...1))
            }
                == "the parameter W is of shape [2, 2]; it must be one number, to be an axis of a picture"
        )
    }

    @Test func theSurfaceShowsTheLossAndTheWays() throws {
        let (network, example) = try valley()
        let held = try network.descent(
            on: example, along: "W", "b", steps: 5, learningRate: 0.05,
            clipping: .globalNorm(limit: 1), name: "held back")
        let figure = try network.errorSurface(
            on: example, x: ("W", 4...6), y: ("b", -3 ... -1), resolution: 12, descents: [held])
        for label in ["Loss over W and b", "held back", "loss"] {
            #expect(figure.text(style: .ascii).contains(label))
            #expect(figure.svg.contains(label))
        }
    }
}
