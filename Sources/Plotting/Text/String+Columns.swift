package import Display

extension Character {
    /// The width of the character in terminal columns: 0, 1 or 2.
    package var columns: Int {
        guard let first = unicodeScalars.first else { return 0 }
        if first.isASCII && unicodeScalars.count == 1 { return first.value < 32 ? 0 : 1 }
        switch first.properties.generalCategory {
        case .control, .format, .nonspacingMark, .enclosingMark, .lineSeparator,
            .paragraphSeparator:
            return 0
        default: break
        }
        let isEmoji = unicodeScalars.contains { $0.value == 0xFE0F }
        return isEmoji || first.properties.isEmojiPresentation || first.isWide ? 2 : 1
    }
}

extension Unicode.Scalar {
    /// Indicates whether the scalar is a wide East Asian one.
    fileprivate var isWide: Bool {
        switch value {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
            0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF,
            0x20000...0x3FFFD:
            true
        default: false
        }
    }
}

extension String {
    /// The width of the text in terminal columns.
    package var columns: Int { reduce(0) { $0 + $1.columns } }

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

    /// Returns the text cut to a width, with an ellipsis if something is omitted.
    package func elided(to width: Int, style: TextStyle = .unicode) -> String {
        guard columns > width else { return self }
        let ellipsis = style == .ascii ? "..." : "…"
        guard width > ellipsis.columns else { return String(ellipsis.prefix(max(0, width))) }
        var result = ""
        var used = ellipsis.columns
        for character in self {
            guard used + character.columns <= width else { break }
            used += character.columns
            result.append(character)
        }
        return result + ellipsis
    }

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
