import Recurrent
import SequenceTasks
import Testing

/// Tests of the descriptions of values.
@Suite struct DescriptionTests {
    @Test func saysOfTheLecturesNetworkWhatMatters() throws {
        let network = ElmanNetwork(W: 0.5, U: 1, V: 1)
        #expect(
            "\(network)"
                == "Elman network, 1 input, 1 unit, 1 output, tanh: W = 0.5, U = 1.0, V = 1.0")
        let pass = try network.forward([1, 1, 1], target: 1)
        #expect(
            "\(pass)"
                == "forward pass over 3 steps, 1 sequence, loss \(pass.loss)\ntrace shows its steps"
        )
        let story = try network.backward(pass)
        let (w, u) = (story.gradient.W, story.gradient.U)
        #expect(
            "\(story)"
                == "backward pass over 3 steps\n∂L/∂W = \(w), ∂L/∂U = \(u)\n"
                + "contributionTable shows its steps")
        #expect("\(story.gradient)".hasPrefix("∂L/∂W = \(w), ∂L/∂U = \(u)\n∂L/∂V = "))
    }

    @Test func saysTheShapesOfWhatIsLarge() throws {
        let network = try ElmanNetwork(inputs: 2, hidden: 8, activation: .relu, seed: 1)
        #expect(
            "\(network)"
                == "Elman network, 2 inputs, 8 units, 1 output, relu: W = [8, 8], U = [8, 2], V = [1, 8]"
        )
    }

    @Test func saysOfModelsAndBatchesWhatTheyAre() throws {
        let model = try RecurrentModel<Double>(
            .lstm, vocabulary: 21, embedding: 8, hidden: 16, outputs: 2, seed: 1)
        #expect(
            "\(model)" == "model: 21 tokens, LSTM stack, 1 layer, 8 inputs, 16 units, 2 outputs")
        let batch: Batch<Double> = try LagTask(lag: 4).batch(of: 3, seed: 1)
        #expect(!"\(batch.input)".contains("0x"))
        let stack = model.stack
        #expect("\(stack)" == "LSTM stack, 1 layer, 8 inputs, 16 units")
    }
}
