import JSON
import NotebookDocument
import Testing

@Suite struct NotebookWriterTests {
    /// Returns a cell made at random, often with outputs.
    private func cell(_ number: Int, _ generator: inout some RandomNumberGenerator) -> NotebookCell
    {
        let texts = [
            "", "a\n", "a\nb", "\u{2028}é\r\n", "\"\\\u{1}", String(repeating: "x", count: 99),
        ]
        func text() -> String { texts.randomElement(using: &generator) ?? "" }
        var cell = NotebookCell(
            [.code, .markdown, .raw].randomElement(using: &generator) ?? .code, id: "c\(number)",
            source: text(), metadata: Bool.random(using: &generator) ? [:] : ["tags": ["b", "a"]])
        guard cell.kind == .code else { return cell }
        let outputs: [CellOutput] = [
            CellOutput(.stream(name: "stdout", text: text())),
            CellOutput(.error(name: "E", value: text(), traceback: [text(), text()])),
            CellOutput(
                .display(
                    DisplayedData(forms: ["text/plain": .string(text()), "a/b+json": [1, 2]]))),
        ]
        cell.outputs = outputs.filter { _ in Bool.random(using: &generator) }
        cell.executionCount = Bool.random(using: &generator) ? number : nil
        return cell
    }

    @Test func whatIsWrittenAgainAndAgainIsWhatIsWrittenAtOnce() throws {
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<100 {
            var notebook = Notebook(
                metadata: ["kernelspec": ["name": "k"]],
                unknownEntries: Bool.random(using: &generator) ? [:] : ["a": 1.5, "z": [:]])
            var writer = NotebookWriter()
            for step in 0..<30 {
                switch Int.random(in: 0..<5, using: &generator) {
                case 0, 1: notebook.cells.append(cell(step, &generator))
                case 2 where !notebook.cells.isEmpty:
                    notebook.cells.remove(
                        at: Int.random(in: notebook.cells.indices, using: &generator))
                case 3 where !notebook.cells.isEmpty:
                    let place = Int.random(in: notebook.cells.indices, using: &generator)
                    notebook.cells[place] = cell(step, &generator)
                default: notebook.metadata["step"] = .number(JSONNumber(step))
                }
                let bytes = writer.bytes(of: notebook)
                #expect(bytes == notebook.bytes)
                // The whole document as one JSON value is formatted in the same way.
                #expect(bytes == notebook.document.bytes(style: .notebook) + [0x0A])
            }
        }
    }
}
