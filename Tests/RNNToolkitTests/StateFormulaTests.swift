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

    @Test func anLSTMIsWrittenAlongItsCellState() throws {
        let text = try story(.lstm).nestedExpansion(of: .W, gate: .forget).text(style: .unicode)
        #expect(
            text.hasPrefix(
                """
                ∂L/∂W_f = ∂L/∂h₃ [o₃g′(c₃) [D₃ + f₃ [D₂ + f₂ [D₁ + f₁ c′₀ + A₁ h′₀] + A₂ h′₁]
                      + A₃ h′₂] + B₃ h′₂]
                  c′ₖ = ∂cₖ/∂W_f, h′ₖ = ∂hₖ/∂W_f
                  D: direct term, A: effect of hₖ₋₁ through i, f and g, B: through o
                  c′₁ = D₁ + f₁ c′₀ + A₁ h′₀ = 0 + 0.61833 · 0 + (-0.19107) · 0 = 0
                """))
        #expect(text.hasSuffix("∂L/∂W_f = ∂L/∂h₃ h′₃ = 1 · 0.069436 = 0.069436"))
    }

    @Test func equationsWithTwoStatesAreWrittenInBlocks() throws {
        struct Own: MemoryCellEquations {
            let i = Affine(), f = Affine()
            func step(_ x: Term, _ h: Term, _ c: Term) -> (h: Term, c: Term) {
                let next = σ(f(x, h)) ⊙ c + tanh(i(x, h))
                return (tanh(next), next)
            }
        }
        let formula = try story(.own(Own())).nestedExpansion(of: "f.W")
        let text = formula.text(style: .unicode)
        #expect(
            text.hasPrefix(
                """
                ∂L/∂f.W = ∂L/∂h₃ [E₃ + S₃ [D₂ + C₂ [D₁ + C₁ c′₀ + A₁ h′₀] + A₂ h′₁] + B₃ h′₂]
                  c′ₖ = ∂cₖ/∂f.W, h′ₖ = ∂hₖ/∂f.W
                  D, E: direct terms, C: ∂cₖ/∂cₖ₋₁, A: ∂cₖ/∂hₖ₋₁, S: ∂hₖ/∂cₖ₋₁, B: ∂hₖ/∂hₖ₋₁
                  c′₁ = D₁ + C₁ c′₀ + A₁ h′₀ = 0 +
                """))
        #expect(text.contains("\n  h′₃ = E₃ + S₃ c′₂ + B₃ h′₂ = ") && !text.contains("c′₃"))
        let latex = formula.latex
        #expect(latex.contains("\\underbrace{E_{3}}_") && latex.contains("\\underbrace{C_{2}}_"))
    }

    @Test func printedDiagnosesAreShort() throws {
        let model = try RecurrentModel(.gru, vocabulary: 4, hidden: 3, outputs: 2, seed: 1)
        let input = SequenceInput<Double>.tokens(try TokenBatch([0, 3, 1]))
        let pass = try model.forward(Batch(input, .classes([1])))
        let diagnoses: [Any] = [
            try model.backward(pass).stepUpdates(learningRate: 0.1), try pass.inputInfluence(),
            try model.attribution(ofOutput: 0, minus: 1, for: input),
        ]
        for diagnosis in diagnoses { #expect("\(diagnosis)".count < 200) }
    }

    @Test func largeCellsHaveNormsAndLongSequencesAnEllipsis() throws {
        let story = try story(.lstm, hidden: 3, inputs: [1, 0, 1, 0, 1])
        let text = try story.nestedExpansion(of: .W, gate: .input).text(style: .unicode)
        #expect(text.contains("[…]") && text.contains("has norm") && text.contains("mean i₅ = "))
        #expect(
            !text.contains("c′₂ =") && text.split(separator: "\n").allSatisfy { $0.count <= 80 })
    }
}
