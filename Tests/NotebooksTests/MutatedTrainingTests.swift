import Processes
import Testing

/// What the notebooks about remedies say about a toolkit whose remedies are wrong.
///
/// As in `MutatedToolkitTests`, a cell put before all others declares anew what the notebook
/// calls, once as the toolkit does it and once with a mistake.
@Suite struct MutatedTrainingTests {
    /// Returns a cell that declares a rule of clipping for matrices.
    private static func clipping(by rule: String) -> String {
        """
        extension Clipping {
            func clip(_ gradient: Matrix<Double>) throws -> ClipReport<Matrix<Double>> {
                let rule = \(rule)
                return try rule.clip(gradient, nonFinite: .throw)
            }
        }
        """
    }

    /// Returns a cell that declares a forward pass of layers whose weights are changed.
    private static func forward(changing code: String) -> String {
        """
        extension RecurrentLayer where Scalar == Double {
            func forward(_ input: SequenceBatch<Double>) throws -> LayerPass<Double> {
                var changed = self
                for path in [\\Self.weightIH, \\.weightHH, \\.biasIH, \\.biasHH] {
                    for row in 0..<hiddenSize {
                        for column in 0..<self[keyPath: path].columns {
                            let input = self[keyPath: path][row, column]
                            let forget = self[keyPath: path][row + hiddenSize, column]
                            \(code)
                        }
                    }
                }
                return try changed.forward(input, from: nil)
            }
        }
        """
    }

    /// Returns code that sets the weights of the first two gates of an LSTM.
    private static func gates(_ first: String, _ second: String) -> String {
        """
        changed[keyPath: path][row, column] = \(first)
        changed[keyPath: path][row + hiddenSize, column] = \(second)
        """
    }

    /// Runs the part of a notebook that says what a remedy does.
    private func trial(
        _ notebook: String, upTo cell: String, _ code: String
    ) throws -> NotebookTrial {
        try NotebookTrial(LectureNotebook(notebook, upTo: cell), after: code)
    }

    @Test func theNotebookOnClippingAgreesWithTheRuleOfTheSlide() throws {
        let trial = try trial(
            "05-gradient-clipping.ipynb", upTo: "rules-use", Self.clipping(by: "self"))
        #expect(trial.exit == .exited(0), "\(trial.text)")
    }

    @Test func theNotebookOnClippingFailsWhereTheRuleOfTheSlideIsSymmetric() throws {
        let symmetric = "self == .slide ? Clipping.value(limit: 0.1) : self"
        let trial = try trial(
            "05-gradient-clipping.ipynb", upTo: "rules-use", Self.clipping(by: symmetric))
        #expect(trial.exit == .exited(1))
        #expect(
            trial.text.contains("the slide's g = [[0.1], [-0.1], [0.05]], but it should be"),
            "\(trial.text)")
    }

    @Test func theNotebookOnLSTMAgreesWithGatesInTheirOrder() throws {
        let code = Self.forward(changing: Self.gates("input", "forget"))
        let trial = try trial("06-lstm-and-gru.ipynb", upTo: "product-check", code)
        #expect(trial.exit == .exited(0), "\(trial.text)")
    }

    @Test func theNotebookOnLSTMFailsWhereTwoGatesAreSwapped() throws {
        let code = Self.forward(changing: Self.gates("forget", "input"))
        let trial = try trial("06-lstm-and-gru.ipynb", upTo: "product-check", code)
        #expect(trial.exit == .exited(1))
        #expect(
            trial.text.contains("bias 1, after 10 steps = 0.0009765625, but it should be 0.0436"),
            "\(trial.text)")
    }
}
