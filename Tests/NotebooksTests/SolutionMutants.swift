/// Wrong solutions of an exercise, made from the right one by changing one place of it.
struct SolutionMutants {
    /// What is replaced with what, once at each place where it stands.
    private static let changes: [(String, String)] = [
        (" + ", " - "), (" - ", " + "), (" * ", " / "), (" / ", " * "), (" .* ", " + "),
        (" ⊙ ", " + "), (" > ", " < "), (" < ", " > "), (" == ", " != "), (" && ", " || "),
        ("min(", "max("), ("max(", "min("), (".first", ".last"), (".last", ".first"),
        ("\"is\"", "\"are\""), ("\"are\"", "\"is\""), (".transposed", ""), (".relu", ".tanh"),
        (".reversed()", ""), (".squareRoot()", ""), (".identity(", ".zeros("), ("T - 1", "T"),
        ("dropFirst", "dropLast"), ("hasSuffix", "hasPrefix"), ("1 - ", ""), ("-limit", "limit"),
        ("sigmoid", "tanh"), ("Wx", "Wh"), ("Wh", "Wx"), ("rSlope", "zSlope"), ("? ", "? - "),
        ("0", "1"), ("1", "2"), ("2", "1"),
    ]

    /// The sources of the wrong solutions, without the lines that mark the solution.
    let sources: [String]

    /// Changes a solution cell of an exercise's source.
    ///
    /// Loops stay as they are, because one that never ends would end the run of all.
    init(of source: String) {
        let lines = source.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        guard let first = lines.firstIndex(where: { $0.contains("BEGIN SOLUTION") }),
            let last = lines.firstIndex(where: { $0.contains("END SOLUTION") })
        else {
            sources = []
            return
        }
        var sources: [String] = []
        for place in (first + 1)..<last {
            let line = lines[place]
            let isLoop = ["while ", " += ", " *= "].contains { line.contains($0) }
            if isLoop || line.contains("//") { continue }
            for changed in Self.changed(line) {
                var wrong = lines
                wrong[place] = changed
                sources.append(Self.plain(wrong))
            }
        }
        self.sources = sources
    }

    /// Returns the right solution, without the lines that mark it.
    static func right(_ source: String) -> String {
        plain(source.split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
    }

    /// Returns the lines without those that mark a solution.
    private static func plain(_ lines: [String]) -> String {
        lines.filter { !$0.contains("BEGIN SOLUTION") && !$0.contains("END SOLUTION") }
            .joined(separator: "\n")
    }

    /// Returns a line with one change each.
    private static func changed(_ line: String) -> [String] {
        changes.flatMap { old, new in
            line.ranges(of: old).compactMap { range -> String? in
                // A digit is a number of its own, and no part of a name or of a longer number.
                if old.count == 1, old.first?.isNumber == true {
                    let before = line[..<range.lowerBound].last
                    let after = line[range.upperBound...].first
                    let isPart = { (character: Character?) in
                        guard let character else { return false }
                        return character.isLetter || character.isNumber || character == "$"
                            || character == "."
                    }
                    if isPart(before) || isPart(after) { return nil }
                }
                var changed = line
                changed.replaceSubrange(range, with: new)
                return changed
            }
        }
    }
}
