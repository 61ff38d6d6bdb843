internal import ArgumentParser
internal import NotebookDocument
internal import NotebookRunner
internal import Processes

/// `unroll check`: finds problems in notebooks that are to be shared.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Find problems in notebooks before they are shared.",
        discussion: """
            Needs no kernel. The kinds of findings, which stand in brackets behind each: \
            \(CheckFinding.Kind.allCases.map(\.rawValue).joined(separator: ", ")).

            Ends with 0 where nothing was found, 3 where something was, and 2 where a notebook \
            cannot be read.
            """)

    /// The paths of notebooks, and of folders with notebooks.
    @Argument(
        help: "The notebooks, or folders with notebooks.",
        completion: .file(extensions: ["ipynb"]))
    var notebooks: [String]

    /// The kinds of findings to ignore.
    @Option(help: ArgumentHelp("Kinds of findings to ignore.", valueName: "kinds"))
    var ignore: [String] = []

    /// Indicates whether to fix findings where possible.
    @Flag(help: "Mend what can be mended without changing what a notebook says: ids and form.")
    var fix = false

    func validate() throws {
        for name in ignoredNames where CheckFinding.Kind(rawValue: name) == nil {
            let known = CheckFinding.Kind.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("there are no findings of the kind \(name); known are \(known)")
        }
    }

    /// The names of the kinds to ignore.
    private var ignoredNames: [String] {
        ignore.flatMap { $0.split(separator: ",").map(String.init) }
    }

    func run() throws {
        let terminal = Terminal(environment: ProcessEnvironment.variables)
        let paths = NotebookPaths(notebooks)
        for problem in paths.problems { terminal.complain(problem) }
        var statuses = paths.problems.map { _ in ExitStatus.badInput }
        for entry in paths.entries {
            do {
                statuses.append(try check(NotebookFile(path: entry.path), terminal))
            } catch {
                terminal.complain("\(error)")
                statuses.append(ExitStatus.badInput)
            }
        }
        throw ExitCode(ExitStatus.worst(of: statuses))
    }

    /// Checks a notebook, and fixes it if requested; returns the exit code.
    private func check(_ file: NotebookFile, _ terminal: Terminal) throws(NotebookError) -> Int32 {
        let check = try NotebookCheck(try file.bytes())
        let ignored = Set(ignoredNames.compactMap(CheckFinding.Kind.init))
        var findings = check.findings.filter { !ignored.contains($0.kind) }
        if fix, findings.contains(where: \.isFixable) {
            try file.save(check.mended)
            let count = findings.count { $0.isFixable }
            terminal.write("\(file.path): mended \(count)\n")
            findings.removeAll(where: \.isFixable)
        }
        for finding in findings { terminal.write("\(file.path): \(finding)\n") }
        return findings.isEmpty ? ExitStatus.success : ExitStatus.mismatch
    }
}
