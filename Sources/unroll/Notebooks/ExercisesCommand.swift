internal import ArgumentParser
internal import Glibc
internal import NotebookDocument
internal import Processes

/// `unroll exercises`: makes students' and solutions' versions of notebooks with solutions in them.
struct ExercisesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "exercises",
        abstract: "Make students' and solutions' versions of notebooks with exercises.",
        discussion: """
            In the source, solutions stand between lines with BEGIN SOLUTION and END SOLUTION, in \
            cells whose metadata have nbgrader.solution; cells tagged "solution" are for teachers. \
            Students get "throw NotWrittenYet()" in their places. Neither version has outputs. \
            nbgrader makes the same of the source.

            Ends with 0 where all was made, and 2 where a notebook cannot be read or is marked wrongly.
            """)

    /// The paths of the notebooks, and of folders with notebooks.
    @Argument(
        help: "The notebooks with solutions, or folders with notebooks.",
        completion: .file(extensions: ["ipynb"]))
    var sources: [String]

    /// The folder of the students' versions.
    @Option(help: ArgumentHelp("The folder for the students' versions.", valueName: "folder"))
    var student: String?

    /// The folder of the solutions' versions.
    @Option(help: ArgumentHelp("The folder for the versions with solutions.", valueName: "folder"))
    var solution: String?

    /// The text that replaces code.
    @Option(help: ArgumentHelp("What stands in place of a solution in code.", valueName: "code"))
    var stub: String?

    func validate() throws {
        guard student != nil || solution != nil else {
            throw ValidationError(
                "there is nothing to make; name a folder with --student or --solution")
        }
    }

    func run() throws {
        let terminal = Terminal(environment: ProcessEnvironment.variables)
        let paths = NotebookPaths(sources)
        if let place = paths.sharedPlace {
            throw CommandFailure(
                "could not make two notebooks at \(place): name the folder that both are in",
                code: ExitStatus.badInput)
        }
        for problem in paths.problems { terminal.complain(problem) }
        var statuses = paths.problems.map { _ in ExitStatus.badInput }
        for entry in paths.entries {
            do {
                try make(entry, terminal)
                statuses.append(ExitStatus.success)
            } catch {
                terminal.complain("\(error)")
                statuses.append(ExitStatus.badInput)
            }
        }
        throw ExitCode(ExitStatus.worst(of: statuses))
    }

    /// Makes the versions of a notebook.
    private func make(_ entry: NotebookPaths.Entry, _ terminal: Terminal) throws {
        let notebook = try NotebookFile(path: entry.path).read().notebook
        let source: ExerciseSource
        do {
            source = try ExerciseSource(notebook)
        } catch {
            throw CommandFailure(
                "could not make exercises of \(entry.path): \(error)", code: ExitStatus.badInput)
        }
        if let student {
            let stub = stub.map { ExerciseStub(code: $0) }
            try save(source.studentVersion(stub: stub), in: student, entry, terminal)
        }
        if let solution {
            try save(source.solutionVersion, in: solution, entry, terminal)
        }
    }

    /// Saves a version of a notebook in a folder.
    private func save(
        _ notebook: Notebook, in folder: String, _ entry: NotebookPaths.Entry,
        _ terminal: Terminal
    ) throws {
        let path = "\(folder)/\(entry.place)"
        guard !Self.areSame(path, entry.path) else {
            throw CommandFailure(
                "could not make \(path): it is the source; name another folder",
                code: ExitStatus.badInput)
        }
        try FileTree.makeFolder(of: path)
        try NotebookFile(path: path).save(notebook)
        terminal.write("\(path)\n")
    }

    /// Returns whether two paths lead to one file.
    private static func areSame(_ one: String, _ other: String) -> Bool {
        var (first, second) = (stat(), stat())
        guard stat(one, &first) == 0, stat(other, &second) == 0 else { return false }
        return first.st_dev == second.st_dev && first.st_ino == second.st_ino
    }
}
