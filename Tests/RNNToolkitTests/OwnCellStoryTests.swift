import Display
import Plotting
import RNNToolkit
import Recurrent
import Testing

/// The story's tables and figures show a cell of a person's own with the names of its weights.
@Suite struct OwnCellStoryTests {
    /// A cell with a gate.
    private struct Leaky: CellEquations {
        let W_z = Weight(of: .input), b_z = Bias(), U = Weight(of: .state)
        func step(_ x: Term, _ h: Term) -> Term {
            let z = σ(W_z • x + b_z)
            return (1 - z) ⊙ h + z ⊙ tanh(U • h)
        }
    }

    private func story(_ cell: RecurrentCell) throws -> ModelStory<Double> {
        let model = try RecurrentModel(cell, inputs: 1, hidden: 2, outputs: 1, seed: 3)
        let input = try SequenceBatch([0.5, -1, 1, 0.25])
        return try model.backward(model.forward(Batch(.values(input), .values(1))))
    }

    @Test func contributionsHaveTheNamesOfTheWeights() throws {
        let story = try story(.own(Leaky()))
        let text = story.contributionTable.description
        for name in ["W_z", "b_z", "U"] { #expect(text.contains("‖part of ∂L/∂\(name)‖")) }
        #expect(!text.contains("weightHH"))
        #expect(story.contributionBars.description.contains("∂L/∂W_z"))
        let updates = try story.stepUpdates(learningRate: 1e-18).table.description
        #expect(updates.contains("W_z, 2 numbers"))
    }

    @Test(arguments: [RecurrentCell.elman, .lstm, .gru, .minLSTM])
    func everyCellHasItsFigures(cell: RecurrentCell) throws {
        let story = try story(cell)
        #expect(story.gradientNormFigure.description.contains("‖∂L/∂hₜ‖"))
        let pass = story.layers[0].pass
        #expect(try pass.lagFigure().description.contains("lag n"))
        #expect(try pass.jacobianNorms().heatMap.description.contains("earlier step k"))
        #expect(try story.stepUpdates(learningRate: 0.1).table.description.contains("changed"))
    }

    @Test func wordsAreColoredByWhatTheyContribute() throws {
        let model = try RecurrentModel(.gru, vocabulary: 4, hidden: 3, outputs: 2, seed: 1)
        let found = try model.attribution(
            ofOutput: 0, minus: 1, for: .tokens(TokenBatch([0, 3, 1])))
        let words = ["the", "cat", "sleeps"]
        #expect(found.tokenMap(words).description.contains("cat"))
        let table = found.table(words).description
        #expect(table.contains("sleeps") && table.contains("weightHH"))
    }
}
