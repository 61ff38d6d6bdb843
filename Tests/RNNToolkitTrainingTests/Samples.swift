import RNNToolkit

/// Networks, runs and passes that several suites display.
enum Samples {
    /// Returns the linear network of one unit that counts ones.
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

    /// Returns a small model for the agreement task.
    static func model(_ cell: RecurrentCell) throws -> RecurrentModel<Double> {
        try RecurrentModel(
            cell, vocabulary: AgreementTask.vocabulary.count, embedding: 3, hidden: 4, outputs: 2,
            seed: 1)
    }

    /// Returns a pass of such a model over three sentences.
    static func pass(_ cell: RecurrentCell) throws -> LayerPass<Double> {
        try model(cell).forward(AgreementTask().withAttractors(2).batch(of: 3, seed: 1)).layers[0]
    }

    /// Returns the message of the error that a closure throws.
    static func message(_ body: () throws -> Void) -> String? {
        do {
            try body()
            return nil
        } catch {
            return "\(error)"
        }
    }
}
