import JSON
import NotebookDocument
import Testing

/// The code examples in documents, which must run and have the documented output.
@Suite struct DocumentTests {
    @Test func thereAreDocumentsWithCode() {
        #expect(Document.pages.contains { $0.path == "docs/cheat-sheet.md" })
        #expect(Document.pages.flatMap(\.examples).contains { $0.output?.isEmpty == false })
        #expect(Document.comments.count > 10)
    }

    @Test(arguments: Document.pages)
    func whatAPageShowsIsSo(page: Document) throws {
        let cells = page.examples.enumerated().map { index, example in
            NotebookCell(.code, id: "example-\(index)", source: example.code)
        }
        let trial = try NotebookTrial(cells)
        for (example, cell) in zip(page.examples, trial.notebook.cells) {
            let shown = cell.outputs.map(Self.text(of:)).joined()
            if let expected = example.output {
                #expect(Self.lines(of: shown) == Self.lines(of: expected), "\(example.code)")
            } else {
                #expect(!cell.hasFailed, "\(example.code)\n\(shown)")
            }
        }
    }

    /// Each example is a self-contained cell.
    @Test func whatCommentsShowRuns() throws {
        let examples = Document.comments.flatMap { document in
            document.examples.map { (document.path, $0.code) }
        }
        let cells = examples.enumerated().map { index, example in
            NotebookCell(
                .code, id: "example-\(index)", source: example.1)
        }
        let trial = try NotebookTrial(cells)
        for (example, cell) in zip(examples, trial.notebook.cells) {
            for output in cell.outputs {
                if case .error = output.content {
                    Issue.record("\(example.0):\n\(example.1)\n\(Self.text(of: output))")
                }
            }
        }
    }

    /// Returns an output as a console displays it.
    private static func text(of output: CellOutput) -> String {
        switch output.content {
        case .stream(_, let text): text
        case .display(let data), .result(let data, _):
            (data.forms["text/plain"]?.string ?? "") + "\n"
        case .error(_, _, let traceback): traceback.joined(separator: "\n") + "\n"
        case .other: ""
        }
    }

    /// Returns the lines of a text without colors and trailing spaces.
    private static func lines(of text: String) -> [String] {
        text.replacing(/\u{1B}\[[0-9;]*m/, with: "").split(separator: "\n").map { line in
            String(line.reversed().drop { $0 == " " }.reversed())
        }
    }
}
