internal import CellSession
internal import Display

/// The description of a command.
struct CommandDescription: Sendable, Hashable {
    /// Indicates whether a command has an argument.
    enum Argument: Sendable, Hashable {
        /// No argument.
        case none
        /// An optional argument.
        case possible
        /// A required argument.
        case needed
    }

    /// The kind of a command's argument, for completion.
    enum Subject: Sendable, Hashable {
        /// Swift.
        case swift
        /// A file or a folder.
        case path
        /// A setting.
        case setting
        /// A choice of which cells are optimized.
        case optimization
        /// A command.
        case command
        /// Anything else.
        case other
    }

    /// The name, without percent signs.
    let name: String

    /// Indicates whether it is for the whole cell, with two percent signs.
    let isForCell: Bool

    /// The usage line.
    let usage: String

    /// A short summary.
    let summary: String

    /// Indicates whether it has an argument.
    let argument: Argument

    /// The kind of its argument.
    let subject: Subject

    /// Creates a description.
    private init(
        _ usage: String, _ summary: String, _ argument: Argument = .none, about: Subject = .other
    ) {
        name = String(usage.drop { $0 == "%" }.prefix(while: \.isLetter))
        isForCell = usage.hasPrefix("%%")
        self.usage = usage
        self.summary = summary
        self.argument = argument
        subject = about
    }

    /// The commands.
    static let all = [
        CommandDescription("%undo [n]", "go back over the last cell, or the last n", .possible),
        CommandDescription("%history", "show the cells that can be undone"),
        CommandDescription("%rerun", "run again the cells that were lost with their process"),
        CommandDescription("%reset", "forget every name of the session; %undo brings them back"),
        CommandDescription(
            "%set [NAME VALUE]", "show the settings, or change one", .possible, about: .setting),
        CommandDescription(
            "%opt none|speed|automatic",
            "optimize no cell from now on, every cell, or those with loops or functions", .needed,
            about: .optimization),
        CommandDescription(
            "%time CODE", "run Swift, and say how long it took", .needed, about: .swift),
        CommandDescription("%%time", "the same for the whole cell"),
        CommandDescription(
            "%timeit CODE", "run an expression many times, and say how long one takes", .needed,
            about: .swift),
        CommandDescription("%%timeit", "the same for the whole cell"),
        CommandDescription("%who", "list the names of the session"),
        CommandDescription("%whos", "the same, with types and values"),
        CommandDescription("%run FILE", "run the Swift in a file", .needed, about: .path),
        CommandDescription("%load FILE", "put the text of a file here", .needed, about: .path),
        CommandDescription("%%writefile FILE", "write the cell to a file", .needed, about: .path),
        CommandDescription(
            "%package [ADDRESS VERSION | FOLDER]",
            "build a Swift package for import, or list those that there are", .possible,
            about: .path),
        CommandDescription("%%package", "the same for several, one on each line"),
        CommandDescription("%%bash", "run the cell as a script of the shell"),
        CommandDescription("%cd FOLDER", "go to another folder", .needed, about: .path),
        CommandDescription(
            "%env [NAME[=VALUE]]", "show the environment or a variable, or set one", .possible),
        CommandDescription(
            "%help [COMMAND]", "show this, or what one does", .possible, about: .command),
        CommandDescription("%lsmagic", "show this"),
    ]

    /// The lines that begin with other signs.
    private static let others = [
        ("!SCRIPT", "run a line of the shell"), ("NAME? or ?NAME", "show what is known of a name"),
    ]

    /// An overview of all commands, for the user.
    static var overview: String {
        let lines = all.map { ($0.usage, $0.summary) } + others
        let width = lines.map(\.0.count).max() ?? 0
        return lines.map { usage, summary in
            usage + String(repeating: " ", count: width + 3 - usage.count) + summary
        }.joined(separator: "\n")
    }

    /// Returns help on the commands with a name, or on all.
    static func help(about name: String?) -> String {
        guard let name else { return overview }
        return all.filter { $0.name == name }.map(\.text).joined(separator: "\n")
    }

    /// The usage and summary, for the user.
    var text: String { "\(usage)   \(summary)" }

    /// Returns the command with a name.
    static func named(_ name: String, isForCell: Bool) -> CommandDescription? {
        all.first { $0.name == name && $0.isForCell == isForCell }
    }

    /// Returns the problem that no command has a name, with a suggestion of a similar one.
    static func unknown(_ name: String, isForCell: Bool) -> CommandProblem {
        let sign = isForCell ? "%%" : "%"
        if let other = named(name, isForCell: !isForCell) {
            return CommandProblem("there is no command '\(sign)\(name)', but '\(other.usage)'")
        }
        let nearest = NearestName(
            to: name, among: all.filter { $0.isForCell == isForCell }.map(\.name)
        ).name.map { "did you mean '\(sign)\($0)'?" }
        return CommandProblem(
            "there is no command '\(sign)\(name)'; \(nearest ?? "'%help' shows them all")")
    }
}
