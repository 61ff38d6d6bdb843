import JSON
import NotebookDocument
import Processes
import TestSupport
import Testing

@Suite struct CheckCommandTests {
    private let tool: CommandLineTool

    init() throws { tool = try CommandLineTool() }

    /// Saves a notebook that has been run, with a change.
    private func write(_ change: (inout Notebook) -> Void = { _ in }) throws {
        var notebook = try tool.write(["print a", "1 + 1"])
        for index in notebook.cells.indices { notebook.cells[index].executionCount = index + 1 }
        notebook.cells[0].outputs = [CellOutput(.stream(name: "stdout", text: "a\n"))]
        change(&notebook)
        try NotebookFile(path: "\(tool.folder)/n.ipynb").save(notebook)
    }

    @Test func findsNothingInWhatWasRunInOrder() throws {
        try write()
        let outcome = try tool.call("check", "n.ipynb")
        #expect(outcome.exit == .exited(0))
        #expect(outcome.text == "")
    }

    /// A problem of a notebook, and the expected message.
    struct Fault: Sendable, CustomTestStringConvertible {
        let line: String
        let change: @Sendable (inout Notebook) -> Void
        var testDescription: String { line }
    }

    private static let faults = [
        Fault(line: "the notebook names no kernel (kernel)") { $0.metadata["kernelspec"] = nil },
        Fault(line: "cell 2: the cell has not been run (unexecuted)") {
            $0.cells[1].executionCount = nil
        },
        Fault(
            line: "cell 1: the cell was the 7. to be run instead of the 1.; run all again (counts)"
        ) {
            $0.cells[0].executionCount = 7
        },
        Fault(line: "cell 2: the cell holds the error E (errors)") {
            $0.cells[1].outputs = [CellOutput(.error(name: "E", value: "", traceback: []))]
        },
        Fault(line: "cell 1: output 1 holds the path /home/me/x.csv (paths)") {
            $0.cells[0].outputs = [CellOutput(.stream(name: "stdout", text: "in /home/me/x.csv\n"))]
        },
        Fault(line: "cell 2: the source holds what looks like a key of AWS (secrets)") {
            $0.cells[1].source = "let key = \"AKIAABCDEFGHIJKLMNOP\""
        },
        Fault(line: "cell 1: output 1 holds what looks like a private key (secrets)") {
            $0.cells[0].outputs = [
                CellOutput(
                    .display(
                        DisplayedData(forms: ["text/plain": "-----BEGIN RSA PRIVATE KEY-----"])))
            ]
        },
        Fault(line: "cell 1: a tag stands there twice (schema)") {
            $0.cells[0].metadata["tags"] = ["a", "a"]
        },
        Fault(line: "cell 1: output 1 has no shape that the format knows (schema)") {
            $0.cells[0].outputs = [CellOutput(.other(["output_type": "stream"]))]
        },
    ]

    @Test(arguments: faults)
    func findsWhatShouldNotBeShared(fault: Fault) throws {
        try write(fault.change)
        let outcome = try tool.call("check", "n.ipynb")
        #expect(outcome.exit == .exited(3))
        #expect(outcome.text == "n.ipynb: \(fault.line)\n")
        let kind = String(fault.line.split(separator: "(").last?.dropLast() ?? "")
        #expect(try tool.call("check", "n.ipynb", "--ignore", kind).exit == .exited(0))
    }

    @Test func mendsWhatDoesNotChangeWhatTheNotebookSays() throws {
        try write { notebook in
            notebook.cells[0].id = "a b"
            notebook.cells[1].id = nil
        }
        let found = try tool.call("check", "n.ipynb")
        #expect(found.exit == .exited(3))
        #expect(found.text.contains("(ids)"))
        let mended = try tool.call("check", "n.ipynb", "--fix")
        #expect(mended.exit == .exited(0), "\(mended.text)")
        #expect(try tool.call("check", "n.ipynb").exit == .exited(0))
        let ids = try tool.read().cells.compactMap(\.id)
        #expect(Set(ids).count == 2)
        let bytes = try tool.read().bytes
        try tool.write(bytes + [0x20], to: "n.ipynb")
        #expect(
            try tool.call("check", "n.ipynb").text
                == "n.ipynb: the file is not written as Jupyter writes it (form)\n")
        #expect(try tool.call("check", "n.ipynb", "--fix").exit == .exited(0))
        #expect(CommandLineTool.bytes(of: "\(tool.folder)/n.ipynb") == bytes)
    }

    @Test func goesOnAfterAFileThatIsNoNotebook() throws {
        try write { $0.metadata["kernelspec"] = nil }
        try tool.write("{".utf8, to: "broken.ipynb")
        let outcome = try tool.call("check", "broken.ipynb", "n.ipynb")
        #expect(outcome.exit == .exited(2))
        #expect(outcome.text.contains("could not read"))
        #expect(outcome.text.contains("n.ipynb: the notebook names no kernel"))
        #expect(try tool.call("check", "n.ipynb", "--ignore", "nothing").exit == .exited(2))
    }
}
