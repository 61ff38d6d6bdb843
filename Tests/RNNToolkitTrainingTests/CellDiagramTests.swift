import Display
import RNNToolkit
import Testing

@Suite struct CellDiagramTests {
    /// The pass of a cell of one unit over three numbers.
    private func pass(_ cell: RecurrentCell) throws -> LayerPass<Double> {
        var random = SplitMix64(seed: 4)
        return try RecurrentLayer<Double>(cell, inputs: 1, hidden: 1, using: &random)
            .forward(SequenceBatch([1, -0.5, 0.25]))
    }

    /// Returns the number behind a name and an equals sign.
    private func number(_ name: String, in text: String) throws -> Double {
        let start = try #require(text.firstRange(of: "\(name) = "))
        let digits = text[start.upperBound...].prefix { !$0.isWhitespace && $0 != "│" }
        return try #require(Double(digits))
    }

    @Test func theNumbersOfAnLSTMFollowFromOneAnother() throws {
        let text = try pass(.lstm).cellDiagram(at: 2).text(style: .unicode)
        let (old, new) = try (number(" c₁", in: text), number(" c₂", in: text))
        let (kept, written) = try (number("f c₁", in: text), number("i g", in: text))
        #expect(abs(kept + written - new) < 2e-3, "\(text)")
        #expect(abs(try number(" f", in: text) * old - kept) < 2e-3, "\(text)")
        #expect(abs(try number("H₂", in: text)) < abs(try number(" o", in: text)))
    }

    @Test func theNumbersOfAGRUFollowFromOneAnother() throws {
        let text = try pass(.gru).cellDiagram(at: 2).text(style: .unicode)
        let (old, new) = try (number(" H₁", in: text), number(" H₂", in: text))
        let (kept, written) = try (number("z H₁", in: text), number("(1 − z) n", in: text))
        #expect(abs(kept + written - new) < 2e-3, "\(text)")
        #expect(abs(try number(" z", in: text) * old - kept) < 2e-3, "\(text)")
    }

    @Test(arguments: [
        RecurrentCell.elman, .lstm, .lstm(forgetGate: false), .gru, .gru(reset: .beforeProduct),
    ]) func everyCellFitsAConsole(cell: RecurrentCell) throws {
        let wide = try Samples.model(cell).forward(
            AgreementTask().withAttractors(2).batch(of: 3, seed: 1))
        let story = try Samples.model(cell).backward(wide)
        for diagram in try [
            pass(cell).cellDiagram(at: 1), wide.cellDiagram(at: 3, unit: 2, sequence: 1),
            story.cellDiagram(at: 3, unit: 2),
        ] {
            for style in TextStyle.allCases {
                let lines = diagram.text(style: style).split(separator: "\n")
                #expect(lines.allSatisfy { $0.count <= 80 }, "\(diagram)")
                #expect(!diagram.text(style: style).contains("⋯"), "\(diagram)")
            }
            #expect(
                diagram.svg.contains("= o tanh c") || diagram.svg.contains("= z H")
                    || diagram.svg.contains("= g(z"))
        }
        let drawn = try story.cellDiagram(at: 3).text(style: .unicode)
        #expect(drawn.contains("∂L/∂H₃") && drawn.contains("◀"))
    }

    @Test func saysWhatThereIsNot() throws {
        let pass = try pass(.lstm)
        #expect(
            Samples.message { _ = try pass.cellDiagram(at: 2, unit: 1) }?.contains("the unit")
                == true)
        #expect(Samples.message { _ = try pass.cellDiagram(at: 0) }?.contains("the step") == true)
        #expect(
            Samples.message { _ = try pass.cellDiagram(at: 1, sequence: 1) }?.contains(
                "the sequence")
                == true)
    }
}
