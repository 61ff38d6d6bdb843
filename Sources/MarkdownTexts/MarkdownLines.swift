/// The kinds of blocks that a line of Markdown can begin.
enum MarkdownLines {
    /// Returns the lines of a text, with tabs as the spaces that they stand for.
    static func of(_ text: String) -> [Substring] {
        text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map { line in
            line.contains("\t") ? Substring(expanded(line)) : line
        }
    }

    /// Returns a line with the tabs at its beginning as spaces up to the next fourth column.
    private static func expanded(_ line: Substring) -> String {
        var result = ""
        var isStart = true
        for character in line {
            if character == "\t", isStart {
                result += String(repeating: " ", count: 4 - result.count % 4)
            } else {
                // Behind the sign of an item, a tab is space as well.
                isStart = isStart && (" >-+*0123456789.)".contains(character))
                result.append(character)
            }
        }
        return result
    }

    /// Returns whether nothing is on a line.
    static func isBlank(_ line: Substring) -> Bool { line.allSatisfy(\.isWhitespace) }

    /// Returns how many spaces a line begins with.
    static func indentation(_ line: Substring) -> Int { line.prefix { $0 == " " }.count }

    /// Returns a line without white space at either end.
    static func trimmed(_ line: Substring) -> Substring {
        let start = line.drop(while: \.isWhitespace)
        guard let end = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return start[...end]
    }

    /// Returns whether a line draws a line across the text.
    static func isRule(_ line: Substring) -> Bool {
        guard indentation(line) < 4 else { return false }
        let signs = line.filter { !$0.isWhitespace }
        guard let first = signs.first, "-_*".contains(first) else { return false }
        return signs.count >= 3 && signs.allSatisfy { $0 == first }
    }

    /// Returns the level and the text of a heading that begins with signs; nil where it is none.
    static func heading(_ line: Substring) -> (level: Int, text: String)? {
        guard indentation(line) < 4 else { return nil }
        let body = trimmed(line)
        let signs = body.prefix { $0 == "#" }
        let rest = body.dropFirst(signs.count)
        guard (1...6).contains(signs.count), rest.isEmpty || rest.first == " " else { return nil }
        var text = trimmed(rest)
        let end = text.reversed().prefix { $0 == "#" }.count
        let before = text.dropLast(end)
        if end > 0, before.isEmpty || before.last == " " { text = trimmed(before) }
        return (signs.count, String(text))
    }

    /// Returns the sign, the length and the words of a fence that begins code; nil where it is none.
    static func fence(_ line: Substring) -> (sign: Character, length: Int, info: String)? {
        guard indentation(line) < 4 else { return nil }
        let body = trimmed(line)
        guard let sign = body.first, sign == "`" || sign == "~" else { return nil }
        let length = body.prefix { $0 == sign }.count
        let info = trimmed(body.dropFirst(length))
        guard length >= 3, sign == "~" || !info.contains("`") else { return nil }
        return (sign, length, String(info))
    }

    /// The sign of an item of a list.
    struct ItemSign {
        /// The sign behind a number, or the only one; items with others belong to another list.
        let kind: Character
        /// The number; nil where there is none.
        let number: Int?
        /// In which column the item's text begins.
        let column: Int
        /// The rest of the line.
        let rest: Substring
    }

    /// Returns the sign that begins an item; nil where the line begins none.
    static func itemSign(_ line: Substring) -> ItemSign? {
        let indentation = indentation(line)
        guard indentation < 4, !isRule(line) else { return nil }
        let body = line.dropFirst(indentation)
        let digits = body.prefix { ("0"..."9").contains($0) }
        let behind = body.dropFirst(digits.count)
        guard let kind = behind.first, digits.count < 10,
            digits.isEmpty ? "-+*".contains(kind) : ".)".contains(kind)
        else { return nil }
        let rest = behind.dropFirst()
        let spaces = rest.prefix { $0 == " " }.count
        guard rest.isEmpty || spaces > 0 else { return nil }
        let isEmpty = isBlank(rest)
        // Code that begins an item is one space behind its sign.
        let skipped = isEmpty || spaces > 4 ? 1 : spaces
        return ItemSign(
            kind: kind, number: Int(digits), column: indentation + digits.count + 1 + skipped,
            rest: isEmpty ? "" : rest.dropFirst(skipped))
    }
}
