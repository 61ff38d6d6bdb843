import JupyterProtocol
import NotebookRunner
import Testing

@Suite struct FailureTextTests {
    /// Returns the report of a cell that fails with an error.
    private func text(
        _ error: ErrorContent?, source: String, hasColors: Bool = false
    ) -> String {
        let report = CellReport(
            cell: 4, ordinal: 3, total: 12, title: "", status: .failed, duration: .zero,
            error: error)
        let style = ProgressStyle(isTerminal: hasColors)
        return FailureText(style: style).text(for: report, source: source, notebook: "n.ipynb")
    }

    @Test func showsTheKernelsStoryWithoutColours() {
        let error = ErrorContent(
            name: "Trap", value: "overflow",
            traceback: ["\u{1B}[31mTrap\u{1B}[0m", "  2 | let y = x + 1", "              ^"])
        #expect(
            text(error, source: "let x = Int.max\nlet y = x + 1") == """
                n.ipynb, cell 5: Trap: overflow
                Trap
                  2 | let y = x + 1
                              ^

                """)
        let colored = text(error, source: "let y = x + 1", hasColors: true)
        #expect(colored.contains("\u{1B}[31mTrap\u{1B}[0m\n"))
    }

    @Test func showsTheSourceWhereTheKernelDoesNot() {
        let error = ErrorContent(name: "E", value: "", traceback: ["E"])
        #expect(
            text(error, source: "first\n\nthird") == """
                n.ipynb, cell 5: E
                   1 | first
                   2 |\u{20}
                   3 | third

                """)
        let long = (1...12).map { "line \($0)" }.joined(separator: "\n")
        #expect(text(error, source: long).hasSuffix("  10 | line 10\n       and 2 lines more\n"))
    }

    /// What a notebook says cannot change a terminal, with colors and without; neither C0 nor C1.
    @Test(arguments: [false, true]) func showsControlCharacters(hasColors: Bool) {
        let evil = "a\u{1B}]0;title\u{07}b\u{9B}2Jc\rd\u{1B}[2Je"
        let error = ErrorContent(
            name: "Trap", value: evil, traceback: ["\u{1B}[31mTrap\u{1B}[0m: " + evil])
        let shown = text(error, source: evil, hasColors: hasColors)
        let controls = shown.replacing(/\u{1B}\[[0-9;]*m/, with: "").unicodeScalars.filter {
            $0.properties.generalCategory == .control && $0 != "\n"
        }
        #expect(controls.isEmpty, "\(shown.debugDescription)")
        #expect(shown.contains("a^[]0;title^Gb\\u{9B}2Jc^Md^[[2Je"))
        #expect(shown.contains("\u{1B}[31m") == hasColors)
    }

    @Test func saysNothingWithoutAnError() {
        #expect(text(nil, source: "x").isEmpty)
    }
}
