import Glibc
import NotebookDocument
import Processes
import TestSupport
import Testing

/// Tests of results that cannot be saved to their file.
@Suite struct ResultTests {
    private let tool: CommandLineTool

    init() throws { tool = try CommandLineTool() }

    @Test(arguments: ["run", "test"])
    func aNotebookThatIsChangedWhileItRunsIsLeftAlone(command: String) throws {
        try tool.write(["print a", "shell echo >> n.ipynb", "print c"])
        let outcome = try tool.call([command, "n.ipynb"] + (command == "test" ? ["--update"] : []))
        #expect(outcome.exit == .exited(6), "\(outcome.text)")
        #expect(
            outcome.text.contains(
                "unroll: n.ipynb was changed while it ran and is left as it is now; "
                    + "the result is in n.unroll.ipynb\n"))
        #expect(try tool.read().cells[0].outputs.isEmpty)
        #expect(try tool.output(2, of: "n.unroll.ipynb") == "c\n")
        let again = try tool.call(["run", "n.ipynb"])
        #expect(again.text.contains("the result is in n.unroll-2.ipynb"))
    }

    @Test func aNotebookThatIsWrittenAgainWithTheSameContentIsNotChanged() throws {
        try tool.write(["print a", "shell cp n.ipynb x; cp x n.ipynb", "print c"])
        #expect(try tool.call("run", "n.ipynb").exit == .exited(0))
        #expect(try tool.output(2) == "c\n")
    }

    /// The second run has the contents that the file had before.
    @Test func aNotebookThatIsDeletedWhileItRunsIsWrittenAgain() throws {
        try tool.write(["print a", "shell rm n.ipynb"])
        for _ in 0..<2 {
            #expect(try tool.call("run", "n.ipynb").exit == .exited(0))
            #expect(try tool.output(0) == "a\n")
        }
    }

    @Test func aResultThatAppearsMeanwhileIsLeftAlone() throws {
        try tool.write(["print a", "shell echo theirs > out/n.ipynb"])
        let outcome = try tool.call("run", "n.ipynb", "--output-dir", "out")
        #expect(outcome.exit == .exited(6))
        #expect(try tool.text(of: "out/n.ipynb") == "theirs\n")
        #expect(try tool.output(0, of: "out/n.unroll.ipynb") == "a\n")
        // The result replaces the earlier contents.
        try tool.write(["print a"])
        #expect(try tool.call("run", "n.ipynb", "--output-dir", "out").exit == .exited(0))
        #expect(try tool.output(0, of: "out/n.ipynb") == "a\n")
    }

    @Test func aResultThatCannotBeSavedGoesToANamedPlace() throws {
        mkdir("\(tool.folder)/sub", 0o700)
        try tool.write(["print a", "shell rm -r ../sub"], to: "sub/n.ipynb")
        let outcome = try tool.call(
            "run", "sub/n.ipynb", environment: ["TMPDIR": tool.folder])
        #expect(outcome.exit == .exited(6))
        #expect(
            outcome.text.contains(
                "unroll: could not save sub/n.ipynb: no such file or directory (2); what was saved "
                    + "before is untouched; the result is in \(tool.folder)/n.unroll.ipynb\n"))
        #expect(try tool.output(0, of: "n.unroll.ipynb") == "a\n")
    }

    @Test func aNotebookThatIsNamedTwiceIsRunOnce() throws {
        try tool.write(["print a"])
        let outcome = try tool.call("run", "n.ipynb", "n.ipynb")
        #expect(outcome.exit == .exited(0), "\(outcome.text)")
        #expect(outcome.text.contains("\n1 cell passed in "))
    }
}
