/// Something that a person asks of Unroll itself, on a line that begins with a percent sign.
enum CellCommand: Sendable, Hashable {
    /// Go back over so many cells.
    case undo(count: Int)
    /// Show the cells that can be undone.
    case history
    /// Run the cells again that were lost with the process that ran them.
    case rerun
    /// Show the settings, or change one.
    case set(EngineSettings.Name?, String)
    /// Show the commands.
    case help

    /// What the commands are, for a person.
    static let overview = """
        %undo [n]         go back over the last cell, or the last n
        %history          show the cells that can be undone
        %rerun            run again the cells that were lost with their process
        %set              show the settings
        %set NAME VALUE   change one
        %help             show this
        """

    /// The names of the commands, without the percent sign.
    static let names = ["help", "history", "rerun", "set", "undo"]

    /// Reads a line without its percent sign.
    ///
    /// - Throws: `CommandProblem`, which says what is not understood.
    init(_ line: Substring) throws(CommandProblem) {
        let words = line.split(whereSeparator: \.isWhitespace).map(String.init)
        switch (words.first, words.count) {
        case ("undo", 1): self = .undo(count: 1)
        case ("undo", 2):
            guard let count = Int(words[1]), count > 0 else {
                throw CommandProblem("'%undo' takes a number of cells, not '\(words[1])'")
            }
            self = .undo(count: count)
        case ("history", 1): self = .history
        case ("rerun", 1): self = .rerun
        case ("help", 1): self = .help
        case ("set", 1): self = .set(nil, "")
        case ("set", 3...): self = .set(try Self.setting(words[1]), words[2...].joined())
        default:
            throw CommandProblem("'%\(words.joined(separator: " "))' is not understood; try %help")
        }
    }

    /// Returns the setting of a name.
    private static func setting(_ word: String) throws(CommandProblem) -> EngineSettings.Name {
        if let name = EngineSettings.Name(rawValue: word) { return name }
        let known = EngineSettings.Name.allCases.map(\.rawValue).joined(separator: ", ")
        throw CommandProblem("there is no setting '\(word)'; there are \(known)")
    }
}
