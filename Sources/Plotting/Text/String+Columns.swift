internal import Display

extension String {
    /// The text on one line: runs of white space become one space, and invisible characters are
    /// removed.
    ///
    /// Only the beginning of a text of more than 1,000 characters is kept, with an ellipsis, so
    /// that titles and labels are processed in bounded time.
    package var singleLine: String {
        let (head, isWhole) = beginning
        var result = ""
        for character in head {
            if character.isWhitespace || character.isNewline {
                if result.last != " " && !result.isEmpty { result.append(" ") }
            } else if character.columns > 0 {
                result.append(character)
            }
        }
        if result.last == " " { result.removeLast() }
        return isWhole ? result : result + "…"
    }

    /// The first characters, and whether they are the whole text.
    private var beginning: (text: String, isWhole: Bool) {
        // A character has at least one byte, but any number of scalars.
        guard utf8.count > Self.mostCharacters else { return (self, true) }
        let scalars = unicodeScalars.prefix(8 * Self.mostCharacters)
        let head = String(scalars).prefix(Self.mostCharacters)
        let isWhole =
            scalars.endIndex == unicodeScalars.endIndex && head.utf8.count == utf8.count
        return (String(head), isWhole)
    }

    /// The maximum number of characters that are kept.
    private static var mostCharacters: Int { 1000 }

    /// Returns the text padded with spaces to a width.
    package func padded(to width: Int, _ alignment: Alignment = .leading) -> String {
        let missing = max(0, width - columns)
        let before =
            switch alignment {
            case .leading: 0
            case .center: missing / 2
            case .trailing: missing
            }
        let spaces = { (count: Int) in String(repeating: " ", count: count) }
        return spaces(before) + self + spaces(missing - before)
    }

    /// Returns the text broken between words into lines of at most the given width.
    ///
    /// A word that is longer than a line is broken inside.
    package func wrapped(to width: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        for word in singleLine.split(separator: " ") {
            var rest = String(word)
            if !line.isEmpty && line.columns + 1 + rest.columns <= width {
                line += " " + rest
                continue
            }
            if !line.isEmpty { lines.append(line) }
            while rest.columns > width, let head = rest.head(columns: width) {
                lines.append(head)
                rest.removeFirst(head.count)
            }
            line = rest
        }
        if !line.isEmpty || lines.isEmpty { lines.append(line) }
        return lines
    }

    /// Returns as many leading characters as fit, at least one.
    private func head(columns width: Int) -> String? {
        guard let first else { return nil }
        var result = String(first)
        for character in dropFirst() {
            guard result.columns + character.columns <= width else { break }
            result.append(character)
        }
        return result
    }
}
