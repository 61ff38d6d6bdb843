import Recurrent
import Testing

/// Tests that the accessors agree at every level: network, layer, stack and model.
@Suite struct LayeredPassTests {
    /// Returns the lecture's network, and a model with the same weights.
    private func pair() throws -> (ElmanNetwork<Double>, RecurrentModel<Double>) {
        var generator = Xoshiro256(seed: 5)
        let network = try ElmanNetwork<Double>(
            inputs: 2, hidden: 3, outputs: 2, loss: .halfSquaredError, using: &generator)
        let layer = RecurrentLayer(
            .elman, weightIH: network.U, weightHH: network.W, biasIH: network.b)
        let model = try RecurrentModel(
            stack: RecurrentStack(layer), readOutWeight: network.V, readOutBias: network.c,
            loss: .halfSquaredError)
        return (network, model)
    }

    @Test func aModelAnswersAsTheLecturesNetwork() throws {
        let (network, model) = try pair()
        let inputs = try SequenceBatch(steps: 5, count: 1, features: 2, elements: wave(2, 10))
        let pass = try network.forward(inputs, target: [[0.5], [-1]])
        let same = try model.forward(Batch(.values(inputs), .values([[0.5, -1]])))
        #expect(zip(pass.states, same.states).allSatisfy { $0.transposed == $1.hidden })
        #expect(try pass.jacobianNorms() == same.jacobianNorms())
        let jacobian = try same.jacobian(of: 4, withRespectTo: 1).hiddenByHidden
        #expect(try (pass.jacobian(of: 4, withRespectTo: 1) - jacobian).norm < 1e-15)
        let (story, other) = (try network.backward(pass), try model.backward(same))
        #expect(
            zip(story.stateGradientNorms, other.stateGradientNorms).allSatisfy {
                abs($0 - $1) < 1e-15
            })
        #expect(story.effectiveMemory == other.effectiveMemory)
        #expect(story.contributions.map(\.W) == other.contributions.map(\.weightHH))
        #expect(story.contributions.map(\.U) == other.contributions.map(\.weightIH))
    }

    @Test(arguments: [RecurrentCell.elman, .lstm, .gru])
    func everyLayerCanBeAsked(cell: RecurrentCell) throws {
        let model = try RecurrentModel(
            cell, vocabulary: 4, embedding: 2, hidden: 3, outputs: 2, layers: 2,
            bidirectional: true, seed: 1)
        let batch = Batch<Double>(
            .tokens(try TokenBatch([[0, 1, 2, 3], [3, 2]])), .classes([0, 1]))
        let pass = try model.forward(batch)
        let story = try model.backward(pass)
        #expect(pass.layers.count == 4 && pass.directionCount == 2 && story.layers.count == 4)
        // Without a layer, the uppermost one in the forward direction is meant.
        #expect(pass.states == pass.layers[2].states)
        #expect(try pass.state(after: 3) == pass.stackPass.passes[1][0].state(after: 3))
        #expect(story.stateGradientNorms == story.layers[2].stateGradientNorms)
        for layer in 0..<4 {
            #expect(try pass.jacobianNorms(layer: layer) == pass.layers[layer].jacobianNorms())
            let gate = try #require(cell.gates.first)
            #expect(
                try pass.gate(gate, at: 2, layer: layer) == pass.layers[layer].gate(gate, at: 2))
            #expect(
                try story.contributions(ofLayer: layer) == story.layers[layer].contributions)
            #expect(
                try story.stateGradient(after: 1, layer: layer)
                    == story.layers[layer].stateGradient(after: 1))
            var sum = try Matrix<Double>.zeros(cell.gates.count * 3, 3)
            for part in try story.contributions(ofLayer: layer) { sum = try sum + part.weightHH }
            #expect(try (sum - story.layers[layer].gradient.weightHH).norm < 1e-13)
        }
        #expect(
            message { try pass.state(after: 1, layer: 4) }
                == "the layer is 4; it must be from 0 to 3")
        #expect(
            message { try story.contribution(ofStep: 1, layer: -1) }
                == "the layer is -1; it must be from 0 to 3")
    }
}
