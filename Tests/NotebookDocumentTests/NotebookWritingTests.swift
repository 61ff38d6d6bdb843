import JSON
import NotebookDocument
import Testing

@Suite struct NotebookWritingTests {
    /// The notebooks whose expected bytes were written by Python's nbformat.
    static let names = [
        "ordinary", "line-ends", "numbers", "keys", "attachments", "transient", "old-minor",
        "future-minor", "odd-outputs",
    ]

    @Test(arguments: names)
    func writesTheBytesThatJupyterWrites(name: String) throws {
        let reading = try Notebook.reading(Fixture.bytes("inputs/\(name).ipynb"))
        let expected = try Fixture.bytes("expected/\(name).ipynb")
        #expect(text(reading.notebook.bytes) == text(expected))
        #expect(reading.notebook.bytes == expected)
        #expect(reading.warnings.isEmpty)
    }

    @Test(arguments: names)
    func leavesWhatJupyterWroteAsItIs(name: String) throws {
        let bytes = try Fixture.bytes("expected/\(name).ipynb")
        #expect(try Notebook.reading(bytes).notebook.bytes == bytes)
    }

    @Test func writesEveryEntryThatTheFormatAsksFor() throws {
        let cells = [
            NotebookCell(.markdown, id: "a", source: ""),
            NotebookCell(
                .code, id: "b", source: "1",
                outputs: [CellOutput(.result(DisplayedData(forms: [:]), executionCount: 2))]),
        ]
        #expect(
            Notebook(cells: cells).document == [
                "nbformat": 4, "nbformat_minor": 5, "metadata": [:],
                "cells": [
                    ["cell_type": "markdown", "id": "a", "metadata": [:], "source": []],
                    [
                        "cell_type": "code", "id": "b", "metadata": [:], "source": ["1"],
                        "execution_count": nil,
                        "outputs": [
                            [
                                "output_type": "execute_result", "data": [:], "metadata": [:],
                                "execution_count": 2,
                            ]
                        ],
                    ],
                ],
            ])
    }

    @Test func keepsNumbersThatNoDoubleCanHold() throws {
        let notebook = Notebook(metadata: ["n": try JSONValue(parsing: "1e400")])
        #expect(notebook.document["metadata"] == ["n": try JSONValue(parsing: "1e400")])
    }

    /// Returns bytes as text, for a readable difference.
    private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
