import JSON
import NotebookDocument
import NotebookRunner
import TestSupport
import Testing

@Suite struct PercentScriptTests {
    @Test func readsWhatJupytextWrites() throws {
        let notebook = try PercentScript().notebook(
            of: """
                // ---
                // jupyter:
                //   kernelspec:
                //     display_name: Swift (Unroll)
                //     name: unroll
                // ---

                let before = 1

                // %% [markdown] tags=["a b", "c"]
                // # Title
                //
                // Text

                // %% A title
                let a = 1

                let b = 2


                // %% tags=["parameters"] slideshow={"slide_type": "skip"}
                """)
        #expect(notebook.kernelName == "unroll")
        #expect(notebook.cells.map(\.kind) == [.code, .markdown, .code, .code])
        #expect(
            notebook.cells.map(\.source) == [
                "let before = 1", "# Title\n\nText", "let a = 1\n\nlet b = 2", "",
            ])
        #expect(notebook.cells[1].tags == ["a b", "c"])
        #expect(notebook.cells[3].tags == ["parameters"])
        #expect(notebook.cells[3].metadata["slideshow"] == ["slide_type": "skip"])
        #expect(Set(notebook.cells.map(\.id)).count == 4)
    }

    @Test(arguments: 0..<20)
    func comesBackAsItWas(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        for comment in ["//", "#"] {
            var notebook = Notebook(metadata: [
                "kernelspec": ["display_name": "A: \"b\" #c", "language": "swift", "name": "x"]
            ])
            let pieces = ["a", " b", "\"", "=", "[", "%%", "// c", "# d", "é", "\t", "---", "\\"]
            for _ in 0..<Int.random(in: 1...6, using: &random) {
                let lines = (0..<Int.random(in: 1...4, using: &random)).map { line in
                    "x"
                        + (0..<Int.random(in: 0...4, using: &random)).map { _ in
                            pieces.randomElement(using: &random) ?? ""
                        }.joined()
                }
                let kinds: [CellKind] = [.code, .markdown, .raw]
                let metadata: JSONObject =
                    Bool.random(using: &random)
                    ? ["tags": ["a \"b\"", "c]d"], "deep": ["k": [1, 2.50], "t": "x y = z"]] : [:]
                notebook.cells.append(
                    NotebookCell(
                        kinds.randomElement(using: &random) ?? .code,
                        source: lines.joined(
                            separator: Bool.random(using: &random) ? "\n" : "\n\n"),
                        metadata: metadata))
            }
            let script = PercentScript(comment: comment)
            let text = try script.text(of: notebook)
            let again = try script.notebook(of: text)
            #expect(again.metadata == notebook.metadata)
            #expect(again.cells.map(\.kind) == notebook.cells.map(\.kind))
            #expect(again.cells.map(\.source) == notebook.cells.map(\.source), "\(text)")
            #expect(again.cells.map(\.metadata) == notebook.cells.map(\.metadata))
            #expect(try script.text(of: again) == text)
        }
    }

    @Test func refusesWhatWouldComeBackOtherwise() {
        let notebook = Notebook(cells: [NotebookCell(.code, source: "a\n// %% b")])
        #expect(throws: ParameterError.self) { try PercentScript().text(of: notebook) }
        #expect(throws: ParameterError.self) {
            try PercentScript().notebook(of: "// %% tags=[")
        }
    }
}
