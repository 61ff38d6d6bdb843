import Glibc
import JSON
import NotebookDocument
import Processes
import TestSupport
import Testing

@Suite struct ExercisesCommandTests {
    private let tool: CommandLineTool

    init() throws { tool = try CommandLineTool() }

    /// Saves a notebook with an exercise in a folder.
    private func write(_ path: String, _ source: String = "// BEGIN SOLUTION\n42\n// END SOLUTION")
        throws
    {
        var notebook = try tool.write([source], kernel: "fake")
        notebook.metadata["kernelspec"] = ["name": "unroll", "language": "swift"]
        notebook.cells[0].metadata["nbgrader"] = ["solution": true, "grade_id": "a"]
        try NotebookFile(path: "\(tool.folder)/\(path)").save(notebook)
    }

    @Test func makesBothVersionsInFoldersLikeTheSource() throws {
        mkdir("\(tool.folder)/source", 0o700)
        mkdir("\(tool.folder)/source/01", 0o700)
        try write("source/01/a.ipynb")
        try write("source/b.ipynb")
        let outcome = try tool.call(
            "exercises", "source", "--student", "out/student", "--solution", "out/solution")
        #expect(outcome.exit == .exited(0), "\(outcome.text)")
        #expect(outcome.text.contains("out/student/01/a.ipynb\n"))
        for name in ["01/a.ipynb", "b.ipynb"] {
            let student = try tool.read("out/student/\(name)")
            #expect(student.cells.map(\.source) == ["// YOUR CODE HERE\nthrow NotWrittenYet()"])
            #expect(try tool.read("out/solution/\(name)").cells.map(\.source) == ["42"])
        }
    }

    @Test func putsAnotherStubThere() throws {
        try write("n.ipynb")
        let outcome = try tool.call("exercises", "n.ipynb", "--student", "out", "--stub", "todo()")
        #expect(outcome.exit == .exited(0))
        #expect(try tool.read("out/n.ipynb").cells.map(\.source) == ["todo()"])
    }

    @Test func saysWhatItCannotMake() throws {
        try write("n.ipynb", "// BEGIN SOLUTION")
        let open = try tool.call("exercises", "n.ipynb", "--student", "out")
        #expect(open.exit == .exited(2))
        #expect(
            open.text == "unroll: could not make exercises of n.ipynb: cell 1: there is no "
                + "END SOLUTION after BEGIN SOLUTION\n")
        let nowhere = try tool.call("exercises", "n.ipynb")
        #expect(nowhere.exit == .exited(2))
        #expect(nowhere.text.contains("name a folder with --student or --solution"))
        let missing = try tool.call("exercises", "missing.ipynb", "--student", "out")
        #expect(missing.exit == .exited(2))
    }

    /// A source that is overwritten with the student's version has lost its solutions.
    @Test(arguments: [".", "./", "source/..", ""])
    func neverOverwritesTheSource(folder: String) throws {
        try write("n.ipynb")
        let path = folder.isEmpty ? tool.folder : folder
        mkdir("\(tool.folder)/source", 0o700)
        let outcome = try tool.call("exercises", "n.ipynb", "--student", path)
        #expect(outcome.exit == .exited(2))
        #expect(outcome.text.contains("it is the source; name another folder"), "\(outcome.text)")
        #expect(try tool.read("n.ipynb").cells[0].source.contains("42"))
    }
}
