import Display
import RNNToolkit
import Testing

/// Tests that tables and figures of gated cells and models are like those of the lecture's network.
@Suite struct LayeredStoryTests {
    @Test(arguments: [RecurrentCell.lstm, .gru, .elman])
    func modelsHaveTheTablesAndFiguresOfANetwork(cell: RecurrentCell) throws {
        let model = try RecurrentModel(
            cell, inputs: 1, hidden: 2, outputs: 1, layers: 2, seed: 3)
        let input = SequenceInput.values(try SequenceBatch([1.0, 0.5, -0.5]))
        let pass = try model.forward(Batch(input, .values([[1]])))
        let story = try model.backward(pass)
        let table = story.contributionTable.description
        for column in ["k", "‖part of ∂L/∂weightHH‖", "‖part of ∂L/∂weightIH‖", "all"] {
            #expect(table.contains(column))
        }
        #expect(try story.contributionTable(ofLayer: 1).description == table)
        #expect(try story.contributionTable(ofLayer: 0).description != table)
        #expect(story.contributionBars.description.contains("∂L/∂weightHH"))
        let norms = story.gradientNormFigure.description
        #expect(norms.contains("‖∂L/∂hₜ‖") && norms.contains("‖∂L/∂cₜ‖") == cell.hasCellState)
        #expect(try pass.jacobianNorms().heatMap.description.contains("∂Hₜ/∂Hₖ"))
        if cell != .elman {
            let gates = try pass.gatesFigure().description
            #expect(gates.contains("Gates over time"))
            #expect(try pass.gatesFigure(layer: 0).description != gates)
        }
    }
}
