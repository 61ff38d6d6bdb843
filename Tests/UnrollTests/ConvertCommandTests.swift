import Glibc
import NotebookDocument
import Processes
import TestSupport
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

    @Test func writesPagesAndTexts() throws {
        try tool.write(["a < b"])
        #expect(try tool.call("convert", "n.ipynb", "n.html").exit == .exited(0))
        #expect(try tool.text(of: "n.html").contains("a &lt; b"))
        #expect(try tool.call("convert", "n.ipynb", "n.md").exit == .exited(0))
        #expect(try tool.text(of: "n.md") == "```fake\na < b\n```\n")
        #expect(try tool.call("convert", "n.ipynb", "deep/er", "--script").exit == .exited(0))
        #expect(try tool.text(of: "deep/er/n.swift").contains("// %%\na < b"))
    }

    @Test func writesAFolderOfPagesWithLinksBetweenThem() throws {
        mkdir("\(tool.folder)/all", 0o700)
        mkdir("\(tool.folder)/all/sub", 0o700)
        var notebook = try tool.write(["a"], to: "all/one.ipynb")
        notebook.cells[0] = NotebookCell(
            .markdown, id: "x",
            source: "# One\n[two](sub/two.ipynb#H) [no](three.ipynb) ![p](../n.png)")
        try NotebookFile(path: "\(tool.folder)/all/one.ipynb").save(notebook)
        try tool.write(["b"], to: "all/sub/two.ipynb")
        #expect(try tool.call("convert", "all", "site", "--html").exit == .exited(0))
        let page = try tool.text(of: "site/one.html")
        #expect(page.contains("href=\"sub/two.html#H\""))
        #expect(page.contains("href=\"three.ipynb\""))
        #expect(page.contains("href=\"index.html\""))
        #expect(try tool.text(of: "site/sub/two.html").contains("href=\"../index.html\""))
        #expect(
            try tool.text(of: "site/index.html").contains("<a href=\"sub/two.html\">two.ipynb</a>"))
    }

    @Test func aRunShowsItsResultAsAPage() throws {
        try tool.write(["print hello"])
        let outcome = try tool.call("run", "n.ipynb", "--html", "page.html", "--markdown", "n.md")
        #expect(outcome.exit == .exited(0), "\(outcome.text)")
        let page = try tool.text(of: "page.html")
        #expect(page.contains(">hello\n</pre>"))
        #expect(page.contains("1 cell passed in"))
        #expect(try tool.text(of: "n.md").contains("```text\nhello"))
    }

    @Test func aTestShowsWhatDiffersAtItsCell() throws {
        var notebook = try tool.write(["print hello"])
        notebook.cells[0].outputs = [CellOutput(.stream(name: "stdout", text: "bye"))]
        try NotebookFile(path: "\(tool.folder)/n.ipynb").save(notebook)
        #expect(try tool.call("test", "n.ipynb", "--html", "page.html").exit == .exited(3))
        let page = try tool.text(of: "page.html")
        #expect(
            page.contains("output 1 (stdout): line 1: expected &quot;bye&quot;, found &quot;hello"))
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
