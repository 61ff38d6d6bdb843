import RNNToolkit

/// Networks, runs and passes that several suites draw.
enum Samples {
    /// The linear network of one unit that counts ones.
    static func counter(u: Double, w: Double) -> ElmanNetwork<Double> {
        ElmanNetwork(
            W: [[w]], U: [[u]], V: 1, activation: .identity, loss: .meanSquaredError)
    }

    /// A run of the counting network.
    static func run(
        u: Double, w: Double, steps: Int, rate: Double, clipping: Clipping = .none
    ) throws -> TrainingHistory {
        var network = counter(u: u, w: w)
        return try network.train(
            on: CountingTask.publishedExample(),
            Training(
                steps: steps, optimizer: SGD(learningRate: rate), only: ["U", "W"],
                clipping: clipping, nonFinite: .pass))
    }

    /// A small model that reads the agreement task.
    static func model(_ cell: RecurrentCell) throws -> RecurrentModel<Double> {
        try RecurrentModel(
            cell, vocabulary: AgreementTask.vocabulary.count, embedding: 3, hidden: 4, outputs: 2,
            seed: 1)
    }

    /// A pass of such a model over three sentences.
    static func pass(_ cell: RecurrentCell) throws -> LayerPass<Double> {
        try model(cell).forward(AgreementTask().withAttractors(2).batch(of: 3, seed: 1)).layers[0]
    }

    /// The message of the error that some code throws.
    static func message(_ body: () throws -> Void) -> String? {
        do {
            try body()
            return nil
        } catch {
            return "\(error)"
        }
    }
}
