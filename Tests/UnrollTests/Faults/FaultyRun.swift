import Files
import Glibc
import JSON
import NotebookDocument
import Processes
import TestSupport
import Testing

/// Runs of a notebook with all folders of their own, in which calls of the system may fail.
final class FaultyRun: Sendable {
    /// The folder of the runs.
    let folder: TemporaryFolder

    /// The time after which a run counts as hanging.
    private static let limit: Duration = .seconds(120)

    /// Creates a folder with the caches of a healthy run.
    init() throws {
        folder = try TemporaryFolder(prefix: "unroll-faults-")
        let healthy = try Self.healthy.get()
        _ = try ProgramRun("/bin/cp", ["-a", "\(healthy.path)/.", folder.path])
    }

    /// Creates an empty folder.
    private init(empty: Void) throws {
        folder = try TemporaryFolder(prefix: "unroll-faults-")
        for name in ["tmp", "run", "state"] { _ = try folder.makeFolder(name) }
    }

    // MARK: What all runs share

    /// The library that makes calls fail.
    static let library = Result {
        let folder = try TemporaryFolder(prefix: "unroll-library-")
        let source = "\(Repository.root)/Tests/FaultyCalls/faulty_calls.c"
        let library = "\(folder.path)/faulty_calls.so"
        let run = try ProgramRun(
            "/usr/bin/env",
            [
                "clang", "-O1", "-fno-omit-frame-pointer", "-shared", "-fPIC", "-Wall", "-Werror",
                "-o", library, source, "-ldl",
            ], standardError: .merged)
        try #require(run.exit.isSuccess, "\(run.output)")
        return (folder: folder, path: library)
    }

    /// The folder of a healthy run, with its caches.
    private static let healthy = Result {
        let run = try FaultyRun(empty: ())
        let outcome = try run.play(salt: 1)
        try #require(outcome.problems(isHealthy: true).isEmpty, "\(outcome)")
        return run.folder
    }

    /// The numbers of calls in a healthy run.
    static let counts = Result {
        let run = try FaultyRun()
        let call = FaultyCall()
        let outcome = try run.play(salt: 2, failing: call)
        try #require(outcome.problems(isHealthy: true).isEmpty, "\(outcome)")
        return try #require(outcome.counts)
    }

    // MARK: Runs

    /// Runs the notebook.
    ///
    /// - Parameters:
    ///   - salt: a number in the cells, which makes them differ from those in the cache.
    ///   - call: the call that fails.
    ///   - surroundings: a program with its arguments that runs the program.
    func play(
        salt: UInt64, failing call: FaultyCall? = nil, in surroundings: [String] = []
    ) throws -> FaultyOutcome {
        let path = "\(folder.path)/n.ipynb"
        var notebook = Notebook(metadata: [
            "kernelspec": ["display_name": "Swift", "language": "swift", "name": "unroll"]
        ])
        notebook.cells = FaultyOutcome.cells(salt: salt).enumerated().map { index, source in
            NotebookCell(.code, id: "cell-\(index)", source: source)
        }
        try NotebookFile(path: path).save(notebook)
        var variables = [
            "HOME": folder.path, "XDG_CACHE_HOME": "\(folder.path)/cache",
            "XDG_RUNTIME_DIR": "\(folder.path)/run", "XDG_STATE_HOME": "\(folder.path)/state",
            "TMPDIR": "\(folder.path)/tmp",
        ]
        let plan = "\(folder.path)/plan"
        if let call {
            try call.write(to: plan)
            variables["LD_PRELOAD"] = try Self.library.get().path
            variables["UNROLL_FAULTY_CALLS"] = plan
        }
        let words =
            surroundings + ["\(BuiltPrograms.folder)/unroll", "run", "--allow-errors", path]
        let begun = ContinuousClock.now
        let run = try ProgramRun(
            "/usr/bin/env", words, adding: variables, standardError: .merged, limit: Self.limit)
        return FaultyOutcome(
            exit: run.exit, text: run.output, duration: begun.duration(to: .now),
            notebook: try NotebookFile(path: path).read().notebook,
            counts: call == nil ? nil : try CallCounts(plan), leftovers: leftovers())
    }

    /// The processes and files that a run has left behind.
    ///
    /// A process that has been killed is gone a moment later.
    private func leftovers() -> [String] {
        let end = ContinuousClock.now + .seconds(10)
        var processes = processes
        while !processes.isEmpty, ContinuousClock.now < end {
            sched_yield()
            processes = self.processes
        }
        // A notebook that cannot be saved in its place is saved there.
        let files = ["tmp", "run"].flatMap { FolderListing.names(in: "\(folder.path)/\($0)") }
            .filter { !$0.hasSuffix(".ipynb") }
        return processes + files
    }

    // MARK: Killing

    /// A process of a run.
    struct LiveProcess {
        /// The ID of the process.
        let number: Int32
        /// The name of the program, for `unroll` with its command.
        let name: String
        /// Indicates whether no older process has the same name.
        var isOldest = false
    }

    /// Kills processes of the run at once, a duration after its start.
    func kill(_ isVictim: (LiveProcess) -> Bool, after duration: Duration) {
        let moment = ContinuousClock.now + duration
        while ContinuousClock.now < moment { sched_yield() }
        var names: Set<String> = []
        // The oldest process has the lowest ID.
        let processes = CommandLineTool.processes(ofHome: folder.path).sorted().map { number in
            let name = Self.name(of: number)
            return LiveProcess(
                number: number, name: name, isOldest: names.insert(name).inserted)
        }
        for process in processes.filter(isVictim) { Glibc.kill(process.number, SIGKILL) }
    }

    /// Returns the name of a process's program.
    private static func name(of process: Int32) -> String {
        let line = (try? WholeFile.readText("/proc/\(process)/cmdline")) ?? ""
        let words = line.split(separator: "\0")
        let program = words.first?.split(separator: "/").last.map(String.init) ?? ""
        return program == "unroll" ? "unroll \(words.dropFirst().first ?? "")" : program
    }

    /// The processes of the runs that have not ended.
    private var processes: [String] {
        CommandLineTool.processes(ofHome: folder.path).map { process in
            let words = (try? WholeFile.readText("/proc/\(process)/cmdline")) ?? ""
            return "\(process): " + words.replacing("\0", with: " ")
        }
    }
}

/// What came of a run of the notebook, compared with a model of the session.
struct FaultyOutcome: CustomStringConvertible {
    /// The exit of `unroll run`.
    let exit: ProcessExit
    /// What it has written.
    let text: String
    /// The time it took.
    let duration: Duration
    /// The notebook that it has saved.
    let notebook: Notebook
    /// The calls of the system, if they were counted.
    let counts: CallCounts?
    /// What was left behind.
    let leftovers: [String]

    var description: String {
        "\(exit) after \(duration), called from \(counts?.places ?? "")\n\(text)"
    }

    /// Indicates whether the program has said in a sentence why it did not succeed.
    var hasReason: Bool {
        text.split(separator: "\n").contains { line in
            line.contains("could not ") || line.contains("cannot ")
        }
    }

    /// The cells of the notebook.
    static func cells(salt: UInt64) -> [String] {
        [
            "import Foundation\nvar values = [0]", "values.append(1)\nvalues",
            "func grow\(salt)(_ n: Int) { for k in 0..<n { values.append(k) } }",
            "grow\(salt)(2)\nprint(\"printed\")\ndisplay(\"shown\")\nvalues",
            "struct E\(salt): Error {}\nvalues.append(-1)\nthrow E\(salt)()", "values",
            "_ = system(\"echo program \(salt)\")\nvalues.append(6)\nvalues",
            "values.append(7)\nvalues", "%undo", "values",
        ]
    }

    /// The cell that has to fail.
    private static let failing = 4

    /// Returns what a cell that succeeds makes of the state.
    private static func state(after cell: Int, _ values: [Int]) -> [Int] {
        switch cell {
        case 1: values + [1]
        case 3: values + [0, 1]
        case 6: values + [6]
        case 7: values + [7]
        default: values
        }
    }

    /// Returns what is wrong with the outcome.
    ///
    /// A cell may fail because of the call, and then has changed nothing; what is shown is always
    /// what the model says, and what is lost is said to be lost.
    func problems(isHealthy: Bool) -> [String] {
        // A folder that no process was left to remove is removed by the next session.
        var problems = leftovers.filter { isHealthy || !$0.hasPrefix("unroll-") }
            .map { "left behind: \($0)" }
        if case .killed(let signal) = exit {
            problems.append(signal == SIGKILL ? "it hangs" : "the runner was ended by \(signal)")
        }
        if let crash = counts?.crash { problems.append(crash) }
        if isHealthy, exit != .exited(0) { problems.append("\(exit)") }
        var states: [[Int]] = [[0]]
        var values = [0]
        for (index, cell) in notebook.cells.enumerated() {
            if let error = cell.error {
                guard index != Self.failing else { continue }
                if isHealthy { problems.append("cell \(index): \(error.name): \(error.value)") }
                // Without the first cell there is no state that a later one could compare.
                if index == 0 || error.text.contains(" is gone") { return problems }
                if error.text.contains("cannot find 'values'") {
                    problems.append("cell \(index): a loss that nothing was said of")
                }
                continue
            }
            // A run that was ended tells why at its end.
            guard cell.executionCount != nil else {
                if exit == .exited(0) { problems.append("cell \(index) did not run") }
                return problems
            }
            if index == Self.failing { problems.append("cell \(index) did not fail") }
            if index == 8 {
                values = states.popLast() ?? [0]
            } else {
                states.append(values)
                values = Self.state(after: index, values)
            }
            if let result = cell.result, result != "\(values)" {
                problems.append("cell \(index): \(result) instead of \(values)")
            }
        }
        return problems
    }
}

extension NotebookCell {
    /// The error of the cell, with its traceback.
    fileprivate var error: (name: String, value: String, text: String)? {
        for case .error(let name, let value, let traceback) in outputs.map(\.content) {
            return (name, value, traceback.joined(separator: "\n"))
        }
        return nil
    }

    /// The plain text of the cell's result.
    fileprivate var result: String? {
        for case .result(let data, _) in outputs.map(\.content) {
            return data.forms["text/plain"]?.string
        }
        return nil
    }
}
