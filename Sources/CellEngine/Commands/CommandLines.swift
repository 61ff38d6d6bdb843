/// A cell taken apart into the commands at its beginning and the Swift after them.
struct CommandLines: Sendable, Hashable {
    /// The commands, in order.
    let commands: [CellCommand]

    /// The Swift, with empty lines where the commands were, so that lines keep their numbers.
    let code: String

    /// Takes a cell apart.
    ///
    /// - Throws: `CommandProblem`, where a line that should be a command is none.
    init(_ source: String) throws(CommandProblem) {
        var commands: [CellCommand] = []
        var lines = source.split(separator: "\n", omittingEmptySubsequences: false)
        for index in lines.indices {
            let line = lines[index].drop(while: \.isWhitespace)
            guard line.hasPrefix("%") else {
                if line.isEmpty { continue }
                break
            }
            commands.append(try CellCommand(line.dropFirst()))
            lines[index] = ""
        }
        self.commands = commands
        code = commands.isEmpty ? source : lines.joined(separator: "\n")
    }
}
