/// A cell split into Swift and commands, in order.
struct CellScript: Sendable, Hashable {
    /// A part of a cell.
    enum Part: Sendable, Hashable {
        /// Swift, with empty lines in place of the other parts, so that line numbers are preserved.
        case swift(String)
        /// A command.
        case command(CellCommand)
    }

    /// A line that looks like a command, but may be Swift.
    struct Candidate: Sendable, Hashable {
        /// The line number, starting at zero.
        let line: Int
        /// The end of its first character, in UTF-8 bytes from the start of the cell.
        let offset: Int
        /// The line without surrounding white space.
        let text: String
    }

    /// The parts, in order.
    let parts: [Part]

    /// The commands among them.
    var commands: [CellCommand] {
        parts.compactMap { if case .command(let command) = $0 { command } else { nil } }
    }

    /// Splits a cell.
    ///
    /// - Parameter commands: the lines that are commands; if the first is for the whole cell, all
    ///   lines below belong to it.
    /// - Throws: `CommandProblem` if a command is malformed.
    init(_ source: String, commands: [Candidate]) throws(CommandProblem) {
        guard !commands.isEmpty else {
            parts = [.swift(source)]
            return
        }
        let lines = source.split(separator: "\n", omittingEmptySubsequences: false)
        var parts: [Part] = []
        var start = 0
        func addSwift(upTo end: Int) {
            guard lines[start..<end].contains(where: { !$0.allSatisfy(\.isWhitespace) }) else {
                return
            }
            let empty = String(repeating: "\n", count: start)
            parts.append(.swift(empty + lines[start..<end].joined(separator: "\n")))
        }
        for command in commands {
            addSwift(upTo: command.line)
            start = command.line + 1
            let isForCell = command.text.hasPrefix("%%")
            let body = isForCell ? lines[start...].joined(separator: "\n") : ""
            parts.append(
                .command(try CellCommand(command.text, line: command.line, body: body)))
            if isForCell { start = lines.count }
        }
        addSwift(upTo: lines.count)
        self.parts = parts
    }

    /// Returns the lines of a cell that look like commands.
    static func candidates(in source: String) -> [Candidate] {
        var result: [Candidate] = []
        var offset = 0
        let lines = source.split(separator: "\n", omittingEmptySubsequences: false)
        let last = lines.lastIndex { !$0.allSatisfy(\.isWhitespace) }
        for (index, line) in lines.enumerated() {
            defer { offset += line.utf8.count + 1 }
            let space = line.prefix(while: \.isWhitespace)
            var text = line.dropFirst(space.count)
            while text.last?.isWhitespace ?? false { text.removeLast() }
            guard looksLikeCommand(text, isLast: index == last) else { continue }
            result.append(
                Candidate(
                    line: index, offset: offset + space.utf8.count + 1, text: String(text)))
            // The lines below a command for the whole cell are not Swift.
            if text.hasPrefix("%%") { break }
        }
        return result
    }

    /// Returns whether a line looks like a command.
    private static func looksLikeCommand(_ line: Substring, isLast: Bool) -> Bool {
        guard let first = line.first, let second = line.dropFirst().first else { return false }
        switch first {
        case "%": return second.isLetter || second == "%"
        case "!": return !second.isWhitespace && second != "="
        case "?": return second.isLetter || second == "_"
        default:
            guard isLast, line.hasSuffix("?"), first.isLetter || first == "_" else { return false }
            return line.dropLast().allSatisfy { $0.isLetter || $0.isNumber || "_.".contains($0) }
        }
    }
}
