import NotebookDocument
import Processes
import Testing

@Suite struct ConvertCommandTests {
    private let tool: CommandLineTool

    init() throws { tool = try CommandLineTool() }

    @Test func writesAScriptAndReadsItAgain() throws {
        let notebook = try tool.write(["let a = 1\n\nlet b = 2", "a + b"], tags: [0: "parameters"])
        #expect(try tool.call("convert", "n.ipynb", "n.swift").exit == .exited(0))
        let script = try tool.text(of: "n.swift")
        #expect(
            script.contains(
                "\n// %% tags=[\"parameters\"]\nlet a = 1\n\nlet b = 2\n\n// %%\na + b\n"))
        #expect(try tool.call("convert", "n.swift", "again.ipynb").exit == .exited(0))
        let again = try tool.read("again.ipynb")
        #expect(again.cells.map(\.source) == notebook.cells.map(\.source))
        #expect(again.metadata == notebook.metadata)
    }

    @Test(arguments: [
        ["n.ipynb", "n.txt"], ["missing.swift", "n.ipynb"], ["n.swift", "m.swift"],
    ])
    func saysWhatItCannotConvert(arguments: [String]) throws {
        try tool.write(["a"])
        let outcome = try tool.call(["convert"] + arguments)
        #expect(outcome.exit == .exited(2))
        #expect(outcome.text.hasPrefix("unroll: could not "))
    }
}
