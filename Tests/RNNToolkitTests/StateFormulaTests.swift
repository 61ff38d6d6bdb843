import Display
import Plotting
import RNNToolkit
import Recurrent
import Testing

/// The nested expansions of cells with gates, with their numbers.
@Suite struct StateFormulaTests {
    /// A layer of one unit with a loss after its last step.
    private func story(
        _ cell: RecurrentCell, hidden: Int = 1, inputs: [Double] = [1, 0.5, -0.5]
    ) throws -> LayerStory<Double> {
        let layer = try RecurrentLayer(cell, inputs: 1, hidden: hidden, seed: 1)
        let gradient = Matrix.row(Array(repeating: 1.0, count: hidden))
        return try layer.backward(
            layer.forward(SequenceBatch(inputs)), finalStateGradient: LayerState(hidden: gradient))
    }

    @Test(arguments: [RecurrentCell.lstm, .lstm(forgetGate: false), .gru, .elman, .minGRU])
    func everyLineFitsAndEndsInTheGradient(cell: RecurrentCell) throws {
        let story = try story(cell)
        let gates: [Gate?] = cell.gates.isEmpty ? [nil] : cell.gates
        for gate in gates {
            let weight = cell.gates.isEmpty ? "W_z" : "weightHH"
            let brackets = try story.stateBrackets(for: weight, gate: gate)
            let text = brackets.formula.text(style: .unicode)
            let lines = text.split(separator: "\n")
            #expect(lines.allSatisfy { $0.count <= 80 })
            let number = NumberFormat.significant(5).spelling(of: brackets.value[0, 0])
            #expect(lines.last?.hasSuffix("= \(number)") == true)
            #expect(text.allSatisfy { $0 != "\u{FFFD}" } && text.contains("D₃"))
            let latex = brackets.formula.latex
            #expect(latex.count { $0 == "{" } == latex.count { $0 == "}" })
            #expect(latex.hasSuffix(number) || number.contains("e"))
            if cell == .gru { #expect(latex.contains("z_{3} = ")) }
        }
    }

    @Test func largeCellsHaveNormsAndLongSequencesAnEllipsis() throws {
        let story = try story(.lstm, hidden: 3, inputs: [1, 0, 1, 0, 1])
        let text = try story.nestedExpansion(of: .W, gate: .input).text(style: .unicode)
        #expect(text.contains("[…]") && text.contains("has norm") && text.contains("i₅ on average"))
        #expect(!text.contains("c′₂ ="))
    }
}
