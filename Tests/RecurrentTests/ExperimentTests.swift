// Outcomes of training take millions of steps: a build without optimization would take minutes.
#if !DEBUG
import Recurrent
import SequenceTasks
import Testing

/// Tests of the lecture's claims about training, as ranges over five seeds of the toolkit's own
/// generator.
@Suite struct ExperimentTests {
    /// Trains on agreement for some steps; returns accuracies for given numbers of attractors.
    private func agreement(
        _ cell: RecurrentCell, steps: Int, seed: UInt64, attractors: [Int]
    ) throws -> [Double] {
        var model = try RecurrentModel(
            cell, vocabulary: AgreementTask.vocabulary.count, embedding: 8, hidden: 16, outputs: 2,
            seed: seed)
        try model.train(
            on: AgreementTask(),
            Training(
                steps: steps, seed: 100 + seed, optimizer: Adam(learningRate: 3e-3),
                clipping: .globalNorm(limit: 1)))
        return try attractors.map { count in
            try model.accuracy(
                on: AgreementTask().withAttractors(count).batch(of: 500, seed: 7))
        }
    }

    /// Trains on the lag task; returns whether nearly every answer is right.
    private func solvesLag(
        _ lag: Int, _ cell: RecurrentCell, forgetBias: Double? = nil, seed: UInt64
    ) throws -> Bool {
        let task = LagTask(lag: lag)
        var model = try RecurrentModel(
            cell, vocabulary: task.vocabularySize, embedding: 8, hidden: 16, outputs: 2,
            initialization: Initialization(forgetBias: forgetBias), seed: seed)
        try model.train(
            on: task,
            Training(
                steps: 1000, seed: 100 + seed, optimizer: Adam(learningRate: 3e-3),
                clipping: .globalNorm(limit: 1)))
        return try model.accuracy(on: task.batch(of: 500, seed: 7)) > 0.95
    }

    private func median(_ numbers: [Double]) -> Double { numbers.sorted()[numbers.count / 2] }

    @Test func elmanNetworksFollowTheNearestNounInLongSentences() throws {
        let runs = try (1...5).map {
            try agreement(.elman, steps: 100, seed: $0, attractors: [0, 12])
        }
        // Below chance: the verb follows a nearby noun. Over 15 seeds the median is 0.05 after 100
        // steps and 0.63 after 300; over these five it is 0.17 after 100. PyTorch's after 300 is
        // 0.79 over 15 seeds, and 0.26 if all sentences of a batch have the same length.
        #expect(median(runs.map { $0[0] }) > 0.95)
        #expect(median(runs.map { $0[1] }) <= 0.4)
    }

    @Test(arguments: [RecurrentCell.lstm, .gru])
    func gatedNetworksRememberTheSubject(cell: RecurrentCell) throws {
        let runs = try (1...5).map {
            try agreement(cell, steps: 300, seed: $0, attractors: [0, 12])
        }
        #expect(median(runs.map { $0[1] }) >= 0.99)
    }

    @Test(
        arguments: [
            (10, RecurrentCell.elman, nil, 4...5), (10, .gru, nil, 4...5), (10, .lstm, nil, 4...5),
            (20, .lstm, 1.0, 4...5), (40, .elman, nil, 0...0), (40, .lstm, 3.0, 4...5),
        ] as [(Int, RecurrentCell, Double?, ClosedRange<Int>)])
    func forgetBiasDecidesWhichLagsAreSolved(
        lag: Int, cell: RecurrentCell, forgetBias: Double?, solved: ClosedRange<Int>
    ) throws {
        let count = try (1...5).count { seed in
            try solvesLag(lag, cell, forgetBias: forgetBias, seed: UInt64(seed))
        }
        #expect(solved.contains(count))
    }
}
#endif
