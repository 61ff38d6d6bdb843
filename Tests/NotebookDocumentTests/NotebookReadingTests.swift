import JSON
import NotebookDocument
import Testing

@Suite struct NotebookReadingTests {
    @Test func makesValuesOfWhatTheDocumentHolds() throws {
        let notebook = try Notebook.reading(Fixture.bytes("inputs/ordinary.ipynb")).notebook
        #expect(notebook.minorVersion == 5)
        #expect(notebook.kernelName == "unroll")
        #expect(notebook.languageName == "swift")
        #expect(notebook.cells.map(\.kind) == [.markdown, .code, .code, .raw])
        let cell = notebook.cells[1]
        #expect(cell.source == "let factor = 0.5\nprint(factor)\nfactor * factor")
        #expect(cell.tags == ["parameters"])
        #expect(cell.executionCount == 1)
        let forms: JSONObject = [
            "text/plain": "0.25", "text/html": "<b>0.25</b>\n<i>exactly</i>",
        ]
        #expect(
            cell.outputs == [
                CellOutput(.stream(name: "stdout", text: "0.5\n")),
                CellOutput(.result(DisplayedData(forms: forms), executionCount: 1)),
            ])
    }

    @Test func takesTheLanguageFromTheKernelWhereTheKernelspecDoesNotSay() {
        #expect(Notebook(metadata: ["language_info": ["name": "swift"]]).languageName == "swift")
        #expect(Notebook().languageName == nil)
    }

    @Test func givesTheSameIdsToCellsWithoutOneEveryTime() throws {
        let document: JSONValue = [
            "nbformat": 4, "nbformat_minor": 5,
            "cells": [
                ["cell_type": "raw", "id": "twice"], ["cell_type": "raw"],
                ["cell_type": "raw", "id": "twice"], ["cell_type": "code", "source": "x"],
            ],
        ]
        let reading = try Notebook.reading(document)
        #expect(try reading == Notebook.reading(document))
        let ids = reading.notebook.cells.compactMap(\.id)
        #expect(ids.first == "twice")
        #expect(Set(ids).count == 4)
        #expect(ids.dropFirst().allSatisfy { $0.count == 8 && $0.allSatisfy(\.isHexDigit) })
        #expect(
            reading.warnings.map(\.description) == [
                "cell 2 had no id and was given \(ids[1])",
                "cell 3 had the id twice of an earlier cell and was given \(ids[2])",
                "cell 4 had no id and was given \(ids[3])",
            ])
    }

    @Test func givesNoIdsToDocumentsOfAnOlderMinorVersion() throws {
        let reading = try Notebook.reading([
            "nbformat": 4, "nbformat_minor": 4, "cells": [["cell_type": "raw"]],
        ])
        #expect(reading.notebook.cells[0].id == nil)
        #expect(reading.warnings.isEmpty)
    }

    @Test(arguments: [("id", 5), ("name", 4)])
    func assumesTheMinorVersionThatIsMissing(key: String, minorVersion: Int) throws {
        var cell: JSONValue = ["cell_type": "raw"]
        cell[key] = "x"
        let reading = try Notebook.reading(["nbformat": 4, "cells": [cell]])
        #expect(reading.notebook.minorVersion == minorVersion)
        #expect(
            reading.warnings.map(\.description) == [
                "the notebook did not say its nbformat_minor and is taken as format 4.\(minorVersion)"
            ])
    }

    @Test func offersNewIdsThatNoCellHas() {
        var notebook = Notebook(cells: [NotebookCell(.raw, id: "a", source: "")])
        let first = notebook.newIdentifier(forCell: 0, source: "s")
        #expect(notebook.newIdentifier(forCell: 0, source: "s") == first)
        notebook.cells[0].id = first
        #expect(notebook.newIdentifier(forCell: 0, source: "s") != first)
    }

    private static let refusals: [(String, String)] = [
        ("", "it is not JSON at line 1, column 1: the text ends where a value should be"),
        ("{\"a\": [", "it is not JSON at line 1, column 8: the text ends where a value should be"),
        ("[]", "it is JSON, but not a notebook: the document is an array instead of an object"),
        ("{}", "it is JSON, but not a notebook: it has neither nbformat nor cells"),
        (#"{"cells": []}"#, "it is JSON, but not a notebook: it does not say its nbformat"),
        (#"{"nbformat": 4}"#, "it is JSON, but not a notebook: it has no cells"),
        (
            #"{"nbformat": 3, "worksheets": []}"#,
            "it is of nbformat 3, and only nbformat 4 is understood; "
                + "convert it with `jupyter nbconvert --to notebook`"
        ),
        (
            #"{"nbformat": 4, "cells": [1]}"#,
            "it is JSON, but not a notebook: cells.0 is a number instead of an object"
        ),
        (
            #"{"nbformat": 4, "cells": [{}]}"#,
            "it is JSON, but not a notebook: cells.0 does not say its cell_type"
        ),
        (
            #"{"nbformat": 4, "cells": {}}"#,
            "it is JSON, but not a notebook: cells is an object instead of an array"
        ),
        (
            #"{"nbformat": 4, "cells": [{"cell_type": "raw", "source": [1]}]}"#,
            "it is JSON, but not a notebook: "
                + "cells.0.source is an array of other things than text instead of text"
        ),
        (
            #"{"nbformat": 4, "cells": [{"cell_type": "raw", "metadata": 1}]}"#,
            "it is JSON, but not a notebook: cells.0.metadata is a number instead of an object"
        ),
        (
            #"{"nbformat": 4, "cells": [{"cell_type": "code", "execution_count": 1.5}]}"#,
            "it is JSON, but not a notebook: cells.0.execution_count is 1.5 instead of an integer"
        ),
        (
            #"{"nbformat": 4, "cells": [{"cell_type": "code", "outputs": ["x"]}]}"#,
            "it is JSON, but not a notebook: cells.0.outputs.0 is a string instead of an object"
        ),
    ]

    @Test(arguments: refusals)
    func refusesWhatIsNoNotebookAndSaysWhy(text: String, reason: String) {
        let error = #expect(throws: NotebookError.self) { try Notebook.reading(Array(text.utf8)) }
        #expect(error?.description == "could not read the notebook: \(reason)")
    }
}
