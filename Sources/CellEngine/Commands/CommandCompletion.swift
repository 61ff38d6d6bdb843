internal import Evaluation

/// The commands that a line that is being typed could become.
struct CommandCompletion {
    /// The beginning of the command's name, as it was typed.
    private let typed: String

    /// Looks at a line; nothing, where it is no command whose name is being typed.
    ///
    /// - Parameter offset: the cursor, in UTF-8 bytes from the start of the code.
    init?(in code: String, at offset: Int) {
        let before = code.utf8.text(0..<offset)
        let lines = before.split(separator: "\n", omittingEmptySubsequences: false)
        let earlier = lines.dropLast().map { $0.drop(while: \.isWhitespace) }
        guard let line = lines.last?.drop(while: \.isWhitespace), line.hasPrefix("%"),
            earlier.allSatisfy({ $0.isEmpty || $0.hasPrefix("%") }),
            line.dropFirst().allSatisfy(\.isLetter)
        else { return nil }
        typed = String(line.dropFirst())
    }

    /// Returns the candidates, which replace the name after the percent sign.
    ///
    /// - Parameter position: where the name ends in the code, in Unicode scalars.
    func completions(endingAt position: Int) -> Completions {
        let start = position - typed.unicodeScalars.count
        return Completions(
            replacedRange: start..<position,
            candidates: CellCommand.names.filter { $0.hasPrefix(typed) }.map { name in
                Completion(text: name, kind: "magic")
            })
    }
}
