import Glibc
import JSON
import NotebookDocument
import Processes
import TestSupport
import Testing

@Suite struct SweepTests {
    private let tool: CommandLineTool

    init() throws { tool = try CommandLineTool() }

    /// Saves a notebook in Swift's syntax for a kernel that treats its lines as unknown verbs, so
    /// that only the sources matter, with a cell that records a value.
    private func write() throws {
        var notebook = try tool.write(
            ["let rate = 0.1\nlet seed = 0", "record loss 0.25"], tags: [0: "parameters"])
        notebook.metadata["kernelspec"] = [
            "display_name": "F", "language": "swift", "name": "fake",
        ]
        // The fake kernel does not understand Swift.
        for index in [0] {
            notebook.cells[index].metadata["tags"] = ["parameters", "raises-exception"]
        }
        try NotebookFile(path: "\(tool.folder)/n.ipynb").save(notebook)
    }

    @Test func plansEveryCombination() throws {
        try write()
        let plan = try tool.call(
            "sweep", "plan", "n.ipynb", "--grid", "rate=0.1,1e-2", "--grid", "seed=0..1")
        #expect(plan.exit == .exited(0), "\(plan.text)")
        #expect(
            plan.text == """
                {"rate":0.1,"seed":0}
                {"rate":0.1,"seed":1}
                {"rate":1e-2,"seed":0}
                {"rate":1e-2,"seed":1}

                """)
        for grid in ["seeds=1", "rate=", "rate=1,", "rate", "seed=3..1"] {
            #expect(try tool.call("sweep", "plan", "n.ipynb", "--grid", grid).exit == .exited(2))
        }
    }

    @Test func runsWhatIsMissingAndNothingTwice() throws {
        try write()
        let plan = try tool.call("sweep", "plan", "n.ipynb", "--grid", "seed=0..5")
        try tool.write(plan.text.utf8, to: "rows.jsonl")
        let rest = ["n.ipynb", "--rows", "rows.jsonl", "--allow-errors"]
        #expect(try tool.call(["sweep", "missing"] + rest).text == "0-5\n")
        mkdir("\(tool.folder)/out", 0o700)
        let one = try tool.call(
            "run", "n.ipynb", "--params-from", "rows.jsonl", "-o", "out/{index}.ipynb",
            "--allow-errors", environment: ["SLURM_ARRAY_TASK_ID": "3"])
        #expect(one.exit == .exited(0), "\(one.text)")
        #expect(try tool.call(["sweep", "missing"] + rest).text == "0-2,4-5\n")
        let bytes = CommandLineTool.bytes(of: "\(tool.folder)/out/3.ipynb")
        let all = try tool.call(["sweep", "run"] + rest + ["--jobs", "2"])
        #expect(all.exit == .exited(0), "\(all.text)")
        #expect(all.text.hasSuffix("6 rows: 1 were complete, 5 ran well, 0 did not\n"))
        #expect(CommandLineTool.bytes(of: "\(tool.folder)/out/3.ipynb") == bytes)
        #expect(try tool.call(["sweep", "missing"] + rest).exit == .exited(0))
        let table = try tool.call(["sweep", "collect"] + rest)
        let lines = table.text.split(separator: "\r\n")
        #expect(lines.first == "index,status,seed,loss")
        #expect(lines.count == 7)
        #expect(lines.last == "5,complete,5,0.25")
        // Another source makes all of them incomplete.
        var notebook = try tool.read()
        notebook.cells[1].source += "\nprint more"
        try NotebookFile(path: "\(tool.folder)/n.ipynb").save(notebook)
        #expect(try tool.call(["sweep", "missing"] + rest).text == "0-5\n")
    }

    @Test(arguments: [
        ["--params-from", "missing.jsonl", "--index", "0"], ["--params-from", "rows.jsonl"],
        ["--params-from", "rows.jsonl", "--index", "6"],
        ["--params-from", "n.ipynb", "--index", "0"],
    ])
    func saysWhichRowCannotBeTaken(arguments: [String]) throws {
        try write()
        try tool.write("{\"seed\": 1}\n".utf8, to: "rows.jsonl")
        let outcome = try tool.call(["run", "n.ipynb", "-o", "x.ipynb"] + arguments)
        #expect(outcome.exit == .exited(2))
    }
}
