/// The expression that a line of code unwraps by force.
struct ForcedValue {
    /// The expression, such as `ages["Zoe"]`.
    let expression: Substring

    /// Indicates whether it looks up a key or an index.
    var isLookup: Bool { expression.last == "]" }

    /// A sentence on what was missing.
    var sentence: String {
        "'\(expression)' is nil"
            + (isLookup ? "; a dictionary gives nil for a missing key" : "")
    }

    /// Finds the expression in a line; returns `nil` if the line unwraps none or several.
    init?(in line: Substring) {
        var marks: [Substring.Index] = []
        var isLiteral = false
        for index in line.indices {
            if line[index] == "\"", line[..<index].last != "\\" { isLiteral.toggle() }
            if !isLiteral, line[index] == "!", Self.isUnwrapping(index, in: line) {
                marks.append(index)
            }
        }
        guard marks.count == 1, let mark = marks.first else { return nil }
        let expression = Self.expression(before: mark, in: line)
        guard !expression.isEmpty, !["as", "try"].contains(expression) else { return nil }
        self.expression = expression
    }

    /// Returns whether an exclamation mark stands behind an expression.
    private static func isUnwrapping(_ mark: Substring.Index, in line: Substring) -> Bool {
        guard let before = line[..<mark].last, line[mark...].dropFirst().first != "=" else {
            return false
        }
        return before.isLetter || before.isNumber || "_])".contains(before)
    }

    /// Returns the expression that ends before a position.
    private static func expression(
        before end: Substring.Index, in line: Substring
    ) -> Substring {
        var depth = 0
        var start = end
        for index in line[..<end].indices.reversed() {
            let character = line[index]
            if "])".contains(character) {
                depth += 1
            } else if "[(".contains(character) {
                depth -= 1
                if depth < 0 { break }
            } else if depth == 0, !character.isLetter, !character.isNumber,
                !"_.?".contains(character)
            {
                break
            }
            start = index
        }
        return line[start..<end]
    }
}
