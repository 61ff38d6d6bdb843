import Glibc
import JSON
import NotebookDocument
import Processes
import TestSupport
import Testing

/// Tests of notebooks with real Swift, through the built kernel, compiler and worker.
@Suite struct OwnKernelTests {
    private let tool: CommandLineTool

    init() throws { tool = try CommandLineTool() }

    /// Runs a notebook of some cells with Unroll's own kernel.
    private func run(
        _ sources: [String], _ options: String...,
        onText: (ChildProcess, String) -> Void = { _, _ in }
    ) throws -> WatchedRun {
        try tool.write(sources, kernel: "unroll")
        return try tool.call(["run", "n.ipynb"] + options, onText: onText)
    }

    /// Returns the plain text of a cell's result.
    private func value(_ cell: Int) throws -> String? {
        for output in try tool.read().cells[cell].outputs {
            if case .result(let shown, _) = output.content {
                return shown.forms["text/plain"]?.string
            }
        }
        return nil
    }

    @Test func cellsShareVariablesAndPrint() throws {
        let outcome = try run(["var total = 20", "total += 1\nprint(\"now\", total)", "total * 2"])
        #expect(outcome.exit == .exited(0), "\(outcome.text)")
        #expect(try tool.output(1) == "now 21\n")
        #expect(try value(2) == "42")
        let first = try tool.read().bytes
        _ = try tool.call("run", "n.ipynb")
        #expect(try tool.read().bytes == first)
        #expect(try tool.call("test", "n.ipynb").exit == .exited(0))
    }

    @Test func anErrorNamesCellLineAndCause() throws {
        let outcome = try run(["let a = 1", "print(a)\nlet b: Int = \"text\"", "a"])
        #expect(outcome.exit == .exited(1))
        #expect(outcome.text.contains("n.ipynb, cell 2: CompileError: "))
        #expect(outcome.text.contains("(cell 2, line 2)"))
        #expect(outcome.text.contains("2 | let b: Int = \"text\""))
        #expect(outcome.text.contains("1 cell passed, 1 failed, 1 not run"))
    }

    @Test func aCrashLeavesTheVariablesAsTheyWere() throws {
        let outcome = try run(
            ["var n = 1", "n = 2\nprint(\"before\")\nlet none: Int? = nil\nprint(none!)", "n"],
            "--allow-errors")
        #expect(outcome.exit == .exited(0), "\(outcome.text)")
        #expect(try tool.output(1) == "before\n")
        #expect(try value(2) == "1")
    }

    @Test func theWorkingDirectoryIsTheFolderOfTheNotebook() throws {
        let outcome = try run([
            "import Glibc\nString(cString: getcwd(nil, 0)!)"
        ])
        #expect(outcome.exit == .exited(0), "\(outcome.text)")
        #expect(try value(0) == tool.folder)
    }

    @Test func aChangedNumberIsFound() throws {
        _ = try run(["1.0 / 3.0"])
        var notebook = try tool.read()
        notebook.cells[0].outputs[0].content = .result(
            DisplayedData(forms: ["text/plain": "0.3334"]), executionCount: 1)
        try NotebookFile(path: "\(tool.folder)/n.ipynb").save(notebook)
        let outcome = try tool.call("test", "n.ipynb")
        #expect(outcome.exit == .exited(3))
        #expect(outcome.text.contains("expected 0.3334, found 0.333"))
    }

    @Test(arguments: [
        ("let 🐶 = 3\n🐶 + 1", "4"), ("let a = 1\r\na + 1\r\n", "2"), ("// nothing\n/* here */", nil),
        ("", nil),
        (
            "let text = \"" + String(repeating: "x", count: 1 << 20) + "\"\ntext.utf8.count",
            "1048576"
        ),
    ])
    func oddCellsRun(source: String, expected: String?) throws {
        let outcome = try run([source])
        #expect(outcome.exit == .exited(0), "\(outcome.text.suffix(1000))")
        #expect(try value(0) == expected)
        #expect(outcome.text.utf8.count < 2000)
    }

    @Test(arguments: [
        ("let a = 1\0", "the cell holds a NUL character"),
        ("let s = \"abc", "unterminated string literal"),
        ("let s = \"\"\"\nabc", "unterminated string literal"),
        ("func f() {", "expected '}' at end of brace statement"),
    ])
    func oddCellsFailInWords(source: String, expected: String) throws {
        let outcome = try run([source])
        #expect(outcome.exit == .exited(1))
        #expect(outcome.text.contains("CompileError"), "\(outcome.text)")
        #expect(outcome.text.contains(expected), "\(outcome.text)")
    }

    @Test func nothingIsLeftBehindWhenTheRunnerIsKilled() throws {
        var count = 0
        let outcome = try run(["print(1)", "while true {}"]) { process, text in
            guard text.contains("[1/2]"), count == 0 else { return }
            // At least the runner, the kernel, the compiler and a worker.
            count = tool.waitForProcesses(in: 4...)
            process.send(signal: SIGKILL)
        }
        #expect(outcome.exit == .killed(signal: SIGKILL))
        #expect(count >= 4)
        #expect(tool.waitForProcesses(in: ...0) == 0, "\(tool.processes)")
    }
}
