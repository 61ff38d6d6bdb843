public import Display

extension TokenMap: Picture {
    /// Returns the words with a bar and a number below each.
    ///
    /// - Parameters:
    ///   - style: the characters to draw with.
    ///   - columns: the columns of a line, at least 24; longer sentences are wrapped.
    /// - Returns: the lines, without a trailing newline.
    public func text(style: TextStyle = .preferred, columns: Int = 80) -> String {
        let columns = max(24, columns)
        var lines = title.isEmpty ? [] : title.spelled(in: style).wrapped(to: columns)
        lines += TextColorKey(colors, style: style, columns: columns).lines
        var row: [(token: String, bar: String, number: String, width: Int)] = []
        var used = 0
        for (token, value) in zip(tokens, values) {
            let word = token.spelled(in: style).elided(to: columns, style: style)
            let number = spelling(of: value)
            let width = max(word.columns, number.columns, 1)
            if used > 0 && used + 2 + width > columns {
                lines += Self.lines(of: row) + [""]
                row = []
                used = 0
            }
            row.append((word, bar(of: value, width: width, style: style), number, width))
            used += width + (used > 0 ? 2 : 0)
        }
        lines += Self.lines(of: row)
        for note in notes { lines.append("! " + note.spelled(in: style)) }
        return lines.map(\.trimmedAtEnd).joined(separator: "\n")
    }

    /// The words as text in 7-bit ASCII, 80 columns wide.
    public var ascii: String { text(style: .ascii) }

    /// The words as text.
    public var description: String { text() }

    /// Returns a word's shade, as wide as the word.
    private func bar(of value: Double?, width: Int, style: TextStyle) -> String {
        let shade = colors.shade(of: value)
        let glyph = TextGlyphs(style).shade(shade, isDiverging: colors.isDiverging)
        return String(repeating: glyph, count: width)
    }

    /// Returns the three lines of a row of words.
    private static func lines(
        of row: [(token: String, bar: String, number: String, width: Int)]
    ) -> [String] {
        guard !row.isEmpty else { return [] }
        return [
            row.map { $0.token.padded(to: $0.width) }.joined(separator: "  "),
            row.map { $0.bar.padded(to: $0.width) }.joined(separator: "  "),
            row.map { $0.number.padded(to: $0.width) }.joined(separator: "  "),
        ]
    }
}
