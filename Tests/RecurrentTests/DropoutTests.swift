import Files
import Recurrent
import SequenceTasks
import TensorFiles
import TestSupport
import Testing

/// Dropout drops in training only, and its gradients are those of what was computed.
@Suite struct DropoutTests {
    private static let cells: [RecurrentCell] = [.elman, .lstm, .gru, .minGRU]

    private func model(
        _ cell: RecurrentCell, bidirectional: Bool = false, between: Double = 0.4,
        before: Double = 0.5, hidden: Int = 4
    ) throws -> RecurrentModel<Double> {
        var model = try RecurrentModel(
            cell, vocabulary: 5, embedding: 3, hidden: hidden, outputs: 3, layers: 3,
            bidirectional: bidirectional, seed: 1)
        model.dropout = try Dropout(betweenLayers: between, beforeReadOut: before, seed: 7)
        return model
    }

    private func batch(atEveryStep: Bool) throws -> Batch<Double> {
        let input = try TokenBatch([[0, 1, 2, 3], [4, 3]])
        return Batch(
            .tokens(input),
            atEveryStep ? .classesAtEveryStep([[0, nil, 1, 2], [2, 1]]) : .classes([0, 2]))
    }

    /// A model of the same masks has the same loss, so that the masks stand still between two changes
    /// of a weight.
    @Test(arguments: cells, [false, true])
    func gradientsAreTheSlopesUnderTheSameMasks(cell: RecurrentCell, isBoth: Bool) throws {
        for atEveryStep in [false, true] {
            let model = try model(cell, bidirectional: isBoth)
            let batch = try batch(atEveryStep: atEveryStep)
            var trained = model
            let gradient = try trained.lossAndGradient(advancingOver: batch).gradient
            #expect(trained.dropout != model.dropout && trained.parameters == model.parameters)
            for (index, name) in model.parameters.names.enumerated() {
                let count = gradient.tensors[index].elements.count
                for place in Set([0, count / 2, count - 1]) {
                    let values = try [1e-5, -1e-5].map { change in
                        var moved = model
                        var parameters = ParameterSet<Double>()
                        for (other, tensor) in zip(
                            model.parameters.names, model.parameters.tensors)
                        {
                            var numbers = tensor.elements
                            if other == name { numbers[place] += change }
                            parameters.append(
                                other, try Tensor(shape: tensor.shape, elements: numbers))
                        }
                        try moved.load(parameters)
                        return try moved.lossAndGradient(advancingOver: batch).loss
                    }
                    let slope = (values[0] - values[1]) / 2e-5
                    #expect(abs(gradient.tensors[index].elements[place] - slope) < 1e-8, "\(name)")
                }
            }
        }
    }

    /// A truncation that cuts nothing off is none.
    @Test func truncatedPassesDropTheSame() throws {
        var (whole, cut) = (try model(.lstm), try model(.lstm))
        let batch = try batch(atEveryStep: true)
        let a = try whole.trainingPass(over: batch), b = try cut.trainingPass(over: batch)
        let (left, right) = (
            try whole.backward(a).gradient, try cut.backward(b, truncatedAfter: 3).gradient
        )
        let same = try cut.backward(b, truncatedAfter: 4).gradient
        #expect(a.loss == b.loss && left != right)
        for (x, y) in zip(left.tensors, same.tensors) {
            #expect(Matrix.column(x.elements).distance(to: .column(y.elements)) < 1e-12)
        }
    }

    @Test func metricsSeeEverySignalAndTheMeanStays() throws {
        var model = try model(.elman, between: 0, before: 0.5, hidden: 400)
        let batch = try batch(atEveryStep: false)
        var plain = model
        plain.dropout = nil
        #expect(try model.loss(of: batch) == plain.loss(of: batch))
        #expect(try model.outputs(for: batch.input) == plain.outputs(for: batch.input))
        let expected = try plain.forward(batch).outputs[0, 0]
        var sum = 0.0
        for _ in 0..<400 { sum += try model.trainingPass(over: batch).outputs[0, 0] }
        #expect(abs(sum / 400 - expected) < 0.05)
    }

    @Test func theSameSeedDropsTheSameAlsoOutOfAFile() throws {
        let folder = try TemporaryFolder()
        let path = "\(folder.path)/model.safetensors"
        let training = Training(
            steps: 5, batch: 4, seed: 3, optimizer: try Adam(learningRate: 0.01))
        func model() throws -> RecurrentModel<Double> {
            var model = try RecurrentModel(
                .gru, vocabulary: 2, hidden: 5, outputs: 2, layers: 2, seed: 2)
            model.dropout = try Dropout(betweenLayers: 0.25, seed: 1)
            return model
        }
        var (one, two) = (try model(), try model())
        try one.train(on: ParityTask(length: 3), training)
        try two.train(on: ParityTask(length: 3), training)
        #expect(one == two)
        try ModelFile(one).write(to: path)
        var kept = try ModelFile<Double>(contentsOf: path).model
        #expect(kept == one)
        try one.train(on: ParityTask(length: 3), training)
        try kept.train(on: ParityTask(length: 3), training)
        #expect(kept == one)
        two.dropout = nil
        try two.train(on: ParityTask(length: 3), training)
        #expect(two.parameters != one.parameters)
    }

    @Test(arguments: [-0.1, 1, 1.5, .nan])
    func probabilitiesAreBelowOne(probability: Double) {
        #expect(
            message { try Dropout(betweenLayers: probability, seed: 1) }
                == "the dropout of layers is \(probability); it must be from 0 to below 1")
    }
}
