import Recurrent
import Testing

/// Contributions of words add up to the difference that they explain.
@Suite struct AttributionTests {
    @Test(arguments: [RecurrentCell.elman, .lstm, .gru, .minGRU], [1, 2, 3] as [UInt64])
    func contributionsAddUpToTheDifference(cell: RecurrentCell, seed: UInt64) throws {
        var generator = Xoshiro256(seed: seed)
        let model = try RecurrentModel(
            cell, vocabulary: 6, embedding: generator.integer(below: 2) == 0 ? nil : 3, hidden: 4,
            outputs: 3, layers: 2, bidirectional: generator.integer(below: 2) == 0, seed: seed)
        let tokens = (0..<5).map { _ in generator.integer(below: 6) }
        let input = SequenceInput<Double>.tokens(try TokenBatch(tokens))
        let found = try model.attribution(ofOutput: 0, minus: 2, for: input)
        let outputs = try model.outputs(for: input)
        #expect(found.difference.isWithin(1e-12, of: outputs[0, 0] - outputs[0, 2]))
        #expect(found.contributions.count == 5)
        #expect(abs(found.gap) < 1e-3)
        // More points leave less open: the error falls with their square.
        let finer = try model.attribution(ofOutput: 0, minus: 2, for: input, points: 512)
        #expect(abs(finer.gap) < abs(found.gap) / 8 + 1e-12)
        #expect(finer.story.contributions.count == 5)
    }

    @Test func aLinearModelIsExplainedExactly() throws {
        let model = try RecurrentModel(
            .elman(.identity), inputs: 2, hidden: 3, outputs: 1, seed: 1)
        let vectors: [[Double]] = [[1, 2], [0, -1], [3, 0.5]]
        let found = try model.attribution(
            ofOutput: 0, for: .values(SequenceBatch(vectors)), points: 1)
        #expect(abs(found.gap) < 1e-14)
        for step in 0..<3 {
            var without = vectors
            without[step] = [0, 0]
            let rest = try model.outputs(for: .values(SequenceBatch(without)))[0, 0]
            #expect(found.contributions[step].isWithin(1e-10, of: found.difference - rest))
        }
    }

    @Test func whatCannotBeAttributedIsTold() throws {
        let model = try RecurrentModel(.elman, vocabulary: 3, hidden: 2, outputs: 2, seed: 1)
        let one = SequenceInput<Double>.tokens(try TokenBatch([0, 1]))
        let two = SequenceInput<Double>.tokens(try TokenBatch([[0, 1], [2]]))
        #expect(
            message { try model.attribution(ofOutput: 2, for: one) }
                == "the output is 2; it must be from 0 to 1")
        #expect(
            message { try model.attribution(ofOutput: 0, for: two) }
                == "the number of sequences is 2; it must be 1")
    }
}
