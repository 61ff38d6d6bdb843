internal import CellSession
internal import Display

/// A command to the engine, on a line of a cell that begins with a percent sign, an exclamation
/// mark or a question mark.
enum CellCommand: Sendable, Hashable {
    /// Undoes the given number of cells.
    case undo(count: Int)
    /// Shows the cells that can be undone.
    case history
    /// Runs the cells again that were lost with the process that ran them.
    case rerun
    /// Shows the settings, or changes one.
    case set(EngineSettings.Name?, String)
    /// Shows all commands, or those with a name.
    case help(String?)
    /// Runs Swift, and shows how long it took.
    case time(code: String)
    /// Runs an expression many times, and shows how long each run takes.
    case timeRepeatedly(code: String)
    /// Lists the names of the session, with types and values if requested.
    case who(hasValues: Bool)
    /// Forgets all names of the session.
    case reset
    /// Replaces the cell by the text of a file.
    case load(path: String)
    /// Writes text to a file.
    case write(path: String, text: String)
    /// Runs the Swift code in a file.
    case run(path: String)
    /// Runs a shell script; as a whole cell, a failure of the script fails the cell.
    case shell(String, isWholeCell: Bool)
    /// Add packages, a line for each; show them where there is no line.
    case package([String])
    /// Shows the environment, or a variable of it.
    case environment(String?)
    /// Sets an environment variable.
    case setEnvironment(String, String)
    /// Changes the working directory.
    case changeFolder(String)
    /// Shows information on a name.
    case inspect(String)

    /// Parses a line.
    ///
    /// - Parameters:
    ///   - line: the line, with its sign.
    ///   - number: the number of lines above it.
    ///   - body: the lines below it, if it is a command for the whole cell.
    /// - Throws: `CommandProblem` with a description of the problem.
    init(_ line: String, line number: Int, body: String) throws(CommandProblem) {
        if line.hasPrefix("!") {
            self = .shell(String(line.dropFirst()), isWholeCell: false)
            return
        }
        guard line.hasPrefix("%") else {
            self = .inspect(line.filter { $0 != "?" })
            return
        }
        let isWholeCell = line.hasPrefix("%%")
        let words = line.drop { $0 == "%" }
        let name = String(words.prefix { !$0.isWhitespace })
        let argument = String(words.dropFirst(name.count).drop(while: \.isWhitespace))
        guard let description = CommandDescription.named(name, isForCell: isWholeCell) else {
            throw CommandDescription.unknown(name, isForCell: isWholeCell)
        }
        let empty = String(repeating: "\n", count: number)
        let code = isWholeCell ? empty + "\n" + body : empty + argument
        self = try Self.command(description, argument: argument, code: code, body: body)
    }

    /// Returns the command with a description.
    private static func command(
        _ description: CommandDescription, argument: String, code: String, body: String
    ) throws(CommandProblem) -> CellCommand {
        switch (description.argument, argument.isEmpty) {
        case (.none, false):
            throw CommandProblem("'\(description.usage)' takes nothing, not '\(argument)'")
        case (.needed, true):
            throw CommandProblem(
                "'\(description.usage)' lacks what it is for; try %help \(description.name)")
        default: break
        }
        switch description.name {
        case "undo": return .undo(count: try count(argument))
        case "history": return .history
        case "rerun": return .rerun
        case "set": return try setting(argument)
        case "opt": return try setting("optimization \(argument)")
        case "help", "lsmagic":
            let name = String(argument.drop { $0 == "%" })
            guard !name.isEmpty else { return .help(nil) }
            guard CommandDescription.all.contains(where: { $0.name == name }) else {
                throw CommandDescription.unknown(name, isForCell: false)
            }
            return .help(name)
        case "time": return .time(code: code)
        case "timeit": return .timeRepeatedly(code: code)
        case "who": return .who(hasValues: false)
        case "whos": return .who(hasValues: true)
        case "reset": return .reset
        case "load": return .load(path: argument)
        case "writefile": return .write(path: argument, text: body)
        case "run": return .run(path: argument)
        case "bash": return .shell(body, isWholeCell: true)
        case "package":
            let lines = (description.isForCell ? body : argument).split(separator: "\n")
                .map { $0.trimmed }.filter { !$0.isEmpty && !$0.hasPrefix("//") }
            if description.isForCell, lines.isEmpty {
                throw CommandProblem("'%%package' lacks packages; write one on each line below it")
            }
            return .package(lines)
        case "cd": return .changeFolder(argument)
        default: return try environment(argument)
        }
    }

    /// Parses a number of cells.
    private static func count(_ argument: String) throws(CommandProblem) -> Int {
        guard !argument.isEmpty else { return 1 }
        guard let count = Int(argument), count > 0 else {
            throw CommandProblem("'%undo' takes a number of cells, not '\(argument)'")
        }
        return count
    }

    /// Parses the name of a setting and its value.
    private static func setting(_ argument: String) throws(CommandProblem) -> CellCommand {
        let words = argument.split(whereSeparator: \.isWhitespace).map(String.init)
        guard let word = words.first else { return .set(nil, "") }
        guard let name = EngineSettings.Name(rawValue: word) else {
            let known = EngineSettings.Name.allCases.map(\.rawValue)
            let nearest = NearestName(to: word, among: known).text
            throw CommandProblem(
                "there is no setting '\(word)'; there are \(known.joined(separator: ", "))"
                    + nearest)
        }
        guard words.count > 1 else { throw CommandProblem("'%set \(word)' lacks a value") }
        return .set(name, words[1...].joined())
    }

    /// Parses the name of a variable and its optional value.
    private static func environment(_ argument: String) throws(CommandProblem) -> CellCommand {
        guard let equals = argument.firstIndex(of: "=") else {
            return .environment(argument.isEmpty ? nil : argument)
        }
        let name = argument[..<equals].filter { !$0.isWhitespace }
        guard !name.isEmpty else { throw CommandProblem("'%env \(argument)' names no variable") }
        let value = argument[argument.index(after: equals)...].drop(while: \.isWhitespace)
        return .setEnvironment(name, String(value))
    }
}

extension Substring {
    /// The text without white space around it.
    fileprivate var trimmed: String {
        var text = drop(while: \.isWhitespace)
        while text.last?.isWhitespace ?? false { text.removeLast() }
        return String(text)
    }
}
