internal import CellProtocol
internal import CellSession
internal import Display
internal import Evaluation
internal import Files
internal import Glibc
internal import Processes

/// The state of the commands that concern the session's surroundings.
struct CommandState {
    /// The shell script that is running, or `nil` if there is none.
    var shell: ShellRun?

    /// The environment variables that commands have set.
    var environment: [String: String] = [:]
}

extension SwiftEvaluator {
    // MARK: Cells with commands

    /// Splits a cell into Swift and commands.
    ///
    /// A line that looks like a command may be inside a literal or a comment, continue the line
    /// above, or, with an exclamation mark, be Swift.
    func script(of code: String) async throws -> CellScript {
        var commands: [CellScript.Candidate] = []
        var bytes = Array(code.utf8)
        for candidate in CellScript.candidates(in: code) {
            let before = String(decoding: bytes[..<candidate.offset], as: UTF8.self)
            guard await isCommand(candidate, behind: before), !isSwift(candidate.text, in: code)
            else {
                continue
            }
            commands.append(candidate)
            let start = candidate.offset - 1
            for index in start..<(start + candidate.text.utf8.count) {
                bytes[index] = UInt8(ascii: " ")
            }
        }
        return try CellScript(code, commands: commands)
    }

    /// Returns whether a line that looks like a command is one, rather than a part of the code
    /// above.
    func isCommand(_ candidate: CellScript.Candidate, behind source: String) async -> Bool {
        // The letter after the sign makes it a prefix operator for the parser.
        guard
            case .code(_, let beginsStatement) = await place(
                at: candidate.offset, in: source + "x")
        else { return false }
        // No line of Swift has the form of a command with a question mark.
        return beginsStatement || !["!", "%"].contains(candidate.text.first)
    }

    /// Returns whether a line with an exclamation mark negates a name that the session or the cell
    /// declares.
    func isSwift(_ line: String, in code: String) -> Bool {
        guard line.hasPrefix("!") else { return false }
        let rest = line.drop { $0 == "!" }
        guard let first = rest.first, first.isLetter || first == "_" else {
            return rest.first == "("
        }
        let name = String(rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" })
        if ["true", "false"].contains(name) || !session.table.entries(named: name).isEmpty {
            return true
        }
        let words = code.split { !($0.isLetter || $0.isNumber || $0 == "_") }
        return zip(words, words.dropFirst()).contains { keyword, word in
            ["let", "var", "func"].contains(keyword) && word == name
        }
    }

    /// Runs the parts of a cell one after the other; if one fails, those before it are undone as
    /// well.
    func run(
        _ script: CellScript, of cell: Cell, observer: any EvaluationObserver
    ) async throws {
        let before = session.number
        let isWhole = script.parts.count > 1
        do {
            for part in script.parts {
                switch part {
                case .swift(let code):
                    var cell = cell
                    cell.code = code
                    try await run(cell, observer: observer)
                case .command(let command):
                    try await perform(command, in: cell, observer: observer)
                }
            }
        } catch {
            if isWhole, session.number != before { await goBack(before) }
            throw error
        }
    }

    /// Returns to the state before a cell of which a part has failed, if that state still exists.
    private func goBack(_ before: Int?) async {
        let generations = await chain.generations
        guard let target = before ?? generations.first, generations.contains(target) else { return }
        await chain.goBack(to: target)
        session.rollBack(to: target)
    }

    // MARK: Commands

    /// Performs a command; throws its failure.
    func perform(
        _ command: CellCommand, in cell: Cell, observer: any EvaluationObserver
    ) async throws {
        let isSilent = cell.isSilent
        switch command {
        case .undo(let count): show(try await undo(count), observer, isSilent: isSilent)
        case .history: show(await history(), observer, isSilent: isSilent)
        case .rerun: try await rerun(cell, observer)
        case .set(nil, _): show(settingsText, observer, isSilent: isSilent)
        case .set(let name?, let value): try change(name, to: value)
        case .help(let name):
            show(CommandDescription.help(about: name), observer, isSilent: isSilent)
        case .reset: session.forgetNames()
        case .who(let hasValues): show(await who(hasValues), observer, isSilent: isSilent)
        case .inspect(let name):
            let page = await inspection(
                of: name, at: name.unicodeScalars.count, detail: .documentation)
            guard let page else {
                throw Self.commandFailure(CommandProblem("nothing is known of '\(name)'"))
            }
            observer.observe(.page(page))
        case .load(let path):
            observer.observe(.nextInput(try await text(of: path), replacesCell: true))
        case .run(let path): try await run(try await text(of: path), as: cell, observer)
        case .write(let path, let text): try await write(text, to: path, observer, cell)
        case .time, .timeRepeatedly: try await time(command, in: cell, observer)
        case .package(let lines) where lines.isEmpty:
            show(packagesText, observer, isSilent: isSilent)
        case .package(let lines): try await addPackages(lines, in: cell, observer)
        case .shell(let script, let isWholeCell):
            try await runShell(script, isWholeCell: isWholeCell, in: cell, observer)
        case .environment, .setEnvironment, .changeFolder:
            try await changeSurroundings(command, in: cell, observer)
        }
    }

    /// Runs other code in place of a cell.
    private func run(
        _ code: String, as cell: Cell, _ observer: any EvaluationObserver
    ) async throws {
        var cell = cell
        cell.code = code
        try await run(cell, observer: observer)
    }

    // MARK: Time

    /// Runs Swift and shows how long it took.
    private func time(
        _ command: CellCommand, in cell: Cell, _ observer: any EvaluationObserver
    ) async throws {
        switch command {
        case .timeRepeatedly(let code):
            let isThrowing = code.contains("try")
            let lines = code.prefix(while: \.isNewline)
            let body = code.dropFirst(lines.count)
            let timed = isThrowing ? "(try (\(body)))" : "(\(body))"
            let isStatements = body.contains(where: \.isNewline)
            let inner = isStatements ? "do { \(body)\n}" : "_blackHole\(timed)"
            try await run(
                lines + "\(isThrowing ? "try " : "")_timeIt { _count in for _ in 0..<_count { "
                    + inner + " } }", as: cell, observer)
        case .time(let code):
            let clock = ContinuousClock()
            let start = clock.now
            var cell = cell
            cell.code = code
            let analysis = try await analysis(of: cell)
            // The result of this compilation is reused by the run.
            _ = try? await compile(cell, analysis, in: session.table)
            let compiled = clock.now
            try await run(cell, observer: observer)
            let end = clock.now
            show(
                "ran in \(Self.spelling(compiled.duration(to: end))), compiled in "
                    + Self.spelling(start.duration(to: compiled)), observer,
                isSilent: cell.isSilent)
        default: break
        }
    }

    /// Returns a time in milliseconds or seconds.
    private static func spelling(_ time: Duration) -> String {
        let (seconds, attoseconds) = time.components
        let milliseconds = Double(seconds) * 1e3 + Double(attoseconds) * 1e-15
        return milliseconds < 1000
            ? "\((milliseconds * 10).rounded() / 10) ms"
            : "\((milliseconds / 10).rounded() / 100) s"
    }

    // MARK: Names

    /// Returns the names of the session, with their values on separate lines if requested.
    private func who(_ hasValues: Bool) async -> String {
        let entries = session.table.entries.filter { $0.declaration.kind != .extension }
        guard !entries.isEmpty else { return "the session has no names" }
        guard hasValues else {
            var seen = Set<String>()
            return entries.map(\.declaration.name).filter { seen.insert($0).inserted }
                .joined(separator: "  ")
        }
        let values = await variableValues().reduce(into: [:]) { $0[$1.name] = $1 }
        let rows = entries.map { entry -> [String] in
            let name = entry.declaration.name
            let value = entry.declaration.kind.isVariable ? values[name] : nil
            let text = (value?.value ?? "").replacing("\n", with: " ")
            let cell = session.table.modules[entry.module].map { "cell \($0.cellNumber)" } ?? ""
            let kind = value?.type ?? entry.declaration.kind.rawValue
            return [
                name, kind, value?.shape ?? "", cell,
                text.count > 60 ? text.prefix(59) + "…" : text,
            ]
        }
        let held = session.table.heldVariables.map { variable in
            [
                variable.name, "earlier value", "", "cell \(variable.cellNumber)",
                "held by " + variable.holders.joined(separator: ", "),
            ]
        }
        return Self.lines(of: [["name", "type", "size", "from", "value"]] + rows + held)
    }

    /// Returns rows of text with aligned columns.
    private static func lines(of rows: [[String]]) -> String {
        let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
        return rows.map { row in
            var line = zip(row, widths).map { text, width in
                text + String(repeating: " ", count: width - text.count)
            }.joined(separator: "  ")[...]
            while line.last == " " { line.removeLast() }
            return String(line)
        }.joined(separator: "\n")
    }

    // MARK: Files

    /// Returns a path relative to the session's working directory as an absolute path.
    private func place(of path: String) async -> String {
        if path.hasPrefix("/") { return path }
        if path == "~" || path.hasPrefix("~/"), let home = ProcessEnvironment.variables["HOME"] {
            return home + path.dropFirst()
        }
        return "\(await workingDirectory)/\(path)"
    }

    /// Returns the text of a file.
    private func text(of path: String) async throws(EvaluationFailure) -> String {
        do {
            return try WholeFile.readText(await place(of: path))
        } catch {
            throw Self.commandFailure(CommandProblem("\(error)"))
        }
    }

    /// Writes a cell's text to a file.
    private func write(
        _ text: String, to path: String, _ observer: any EvaluationObserver, _ cell: Cell
    ) async throws {
        do {
            try WholeFile.replace(await place(of: path), with: Array((text + "\n").utf8))
        } catch {
            throw Self.commandFailure(CommandProblem("\(error)"))
        }
        show("wrote \(path)", observer, isSilent: cell.isSilent)
    }

    // MARK: Shell and surroundings

    /// Runs a shell script in the session's working directory.
    private func runShell(
        _ script: String, isWholeCell: Bool, in cell: Cell, _ observer: any EvaluationObserver
    ) async throws {
        let exit = try await runScript(script, in: cell, observer)
        if lookahead.isInterrupted { throw Self.interruption(.rolledBack) }
        guard !exit.isSuccess else { return }
        guard !isWholeCell else {
            throw Self.commandFailure(CommandProblem("the script \(exit)"))
        }
        if !cell.isSilent { observer.observe(.text("the command \(exit)\n", to: .standardError)) }
    }

    /// Runs a script of the shell in the session's folder, and returns how it ended.
    func runScript(
        _ script: String, in cell: Cell, _ observer: any EvaluationObserver
    ) async throws(EvaluationFailure) -> ProcessExit {
        let environment = ProcessEnvironment.variables.merging(commands.environment) { $1 }
        let run: ShellRun
        do throws(ProcessError) {
            run = try ShellRun(
                script: script, folder: await workingDirectory, environment: environment)
        } catch {
            throw Self.commandFailure(CommandProblem("could not run the shell: \(error)"))
        }
        commands.shell = run
        defer { commands.shell = nil }
        if lookahead.isInterrupted { run.send(signal: SIGKILL) }
        let output = OutputRelay(for: cell, observer: observer, names: session.names)
        return await run.end(on: chain.loop, output: output)
    }

    /// Interrupts the shell script, and kills it a moment later.
    func interruptShell() {
        guard let shell = commands.shell else { return }
        shell.send(signal: SIGINT)
        Task {
            try? await Task.sleep(for: configuration.interruptGrace)
            shell.send(signal: SIGKILL)
        }
    }

    /// Shows or changes the environment or the working directory of the session's process.
    private func changeSurroundings(
        _ command: CellCommand, in cell: Cell, _ observer: any EvaluationObserver
    ) async throws {
        func literal(_ text: String) -> String {
            text.unicodeScalars.reduce("\"") { $0 + $1.escaped(asASCII: true) } + "\""
        }
        switch command {
        case .environment(nil): try await run("print(Surroundings.environment)", as: cell, observer)
        case .environment(let name?):
            try await run(
                "print(Surroundings.value(of: \(literal(name))) ?? \"\\(\(literal(name))) is not set\")",
                as: cell, observer)
        case .setEnvironment(let name, let value):
            try await run(
                "try Surroundings.set(\(literal(name)), to: \(literal(value)))", as: cell, observer)
            commands.environment[name] = value
        case .changeFolder(let folder):
            let path = await place(of: folder)
            try await run("try Surroundings.change(to: \(literal(path)))", as: cell, observer)
        default: break
        }
    }

    /// Shows text as a cell's output.
    private func show(_ text: String, _ observer: any EvaluationObserver, isSilent: Bool) {
        if !isSilent { observer.observe(.text(text + "\n", to: .standardOutput)) }
    }

    // MARK: Undo

    /// Undoes cells, and returns a description of them.
    private func undo(_ count: Int) async throws(EvaluationFailure) -> String {
        let steps = await undoSteps()
        guard !steps.isEmpty else {
            throw Self.commandFailure(
                CommandProblem("there is nothing to undo"))
        }
        guard count <= steps.count else {
            throw Self.commandFailure(
                CommandProblem(
                    "only \(steps.count) of the last cells can be undone; '%history' shows them, "
                        + "and '%set \(await chain.hasLetGoForMemory ? "undo-memory" : "undo-count")' "
                        + "keeps more from now on"))
        }
        let target = steps[count - 1].target
        await chain.goBack(to: target)
        session.rollBack(to: target)
        let cells = steps.prefix(count).map { "cell \($0.cell.cellNumber): \($0.cell.title)" }
        return "went back over\n" + cells.map { "  \($0)" }.joined(separator: "\n")
    }

    /// A step that can be undone.
    private struct UndoStep {
        /// The number of the state before the cell.
        var target: Int
        /// The source of the cell.
        let cell: Session.State
    }

    /// Returns the steps that can be undone, the latest first; the parts of one cell count as one
    /// step.
    private func undoSteps() async -> [UndoStep] {
        let generations = await chain.generations
        var steps: [UndoStep] = []
        for (target, generation) in zip(generations, generations.dropFirst()).reversed() {
            guard let cell = session[generation] else { continue }
            if let last = steps.last, last.cell.cellNumber == cell.cellNumber, cell.cellNumber > 0 {
                steps[steps.count - 1] = UndoStep(target: target, cell: cell)
            } else {
                steps.append(UndoStep(target: target, cell: cell))
            }
        }
        return steps
    }

    /// Returns the cells that can be undone, the latest first, for the user.
    private func history() async -> String {
        let steps = await undoSteps()
        guard !steps.isEmpty else { return "there is nothing to undo" }
        var lines = steps.enumerated().map { index, step in
            let place = "before cell \(step.cell.cellNumber): \(step.cell.title)"
            let line = "%undo \(index + 1)  →  \(place)"
            return line.count > 80 ? line.prefix(79) + "…" : line
        }
        if await chain.hasLetGoForMemory { lines.append(Self.letGoText) }
        return lines.joined(separator: "\n")
    }

    /// The reason why cells before those of the history cannot be undone.
    private static let letGoText =
        "earlier states were let go, the oldest first, because memory was short "
        + "('%set undo-memory' limits it)"

    // MARK: Rerun

    /// Runs the lost cells again, in order.
    private func rerun(_ cell: Cell, _ observer: any EvaluationObserver) async throws {
        let lost = session.lostCells
        guard !lost.isEmpty else {
            throw Self.commandFailure(CommandProblem("no cells were lost"))
        }
        for var earlier in lost {
            earlier.allowsInput = cell.allowsInput
            earlier.isSilent = cell.isSilent
            try await run(earlier, observer: observer)
            session.noteRecovery()
        }
    }

    // MARK: Settings

    /// The settings, for the user.
    private var settingsText: String {
        EngineSettings.Name.allCases.map { "\($0.rawValue)  \(settings.text(of: $0))" }
            .joined(separator: "\n")
    }

    /// Changes a setting.
    private func change(
        _ name: EngineSettings.Name, to value: String
    ) throws(EvaluationFailure) {
        guard settings.set(name, to: value) else {
            let problem = SettingError(name, spelled: name.rawValue, value: value)
            throw Self.commandFailure(CommandProblem("\(problem)"))
        }
    }

    /// Returns the failure of a command.
    static func commandFailure(_ problem: CommandProblem) -> EvaluationFailure {
        EvaluationFailure(
            name: FailureName.commandFailure, message: problem.description,
            traceback: [ANSI.error("\(FailureName.commandFailure): ") + problem.description])
    }
}
