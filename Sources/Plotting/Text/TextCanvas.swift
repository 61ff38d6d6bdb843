package import Display

/// A rectangle of characters to draw on, in three layers: background, dots and foreground.
///
/// Each character holds two dots by four, so that lines are smoother than characters.
package struct TextCanvas: Sendable {
    /// How many characters stand in a row.
    package let columns: Int
    /// How many rows there are.
    package let rows: Int
    /// The characters to draw with.
    package let style: TextStyle
    /// What stands in front, row by row; an empty string where a wide character reaches over.
    private var foreground: [String?]
    /// What shines through where nothing else stands.
    private var background: [Character?]
    /// The dots, as braille's bits.
    private var dots: [UInt8]

    /// Makes an empty canvas.
    package init(columns: Int, rows: Int, style: TextStyle) {
        self.columns = columns
        self.rows = rows
        self.style = style
        foreground = Array(repeating: nil, count: columns * rows)
        background = Array(repeating: nil, count: columns * rows)
        dots = Array(repeating: 0, count: columns * rows)
    }

    /// Returns the index of a character, or nothing beyond the edges.
    private func index(_ column: Int, _ row: Int) -> Int? {
        guard (0..<columns).contains(column), (0..<rows).contains(row) else { return nil }
        return row * columns + column
    }

    /// Returns whether nothing is drawn at a place, except perhaps in the background.
    package func isFree(_ column: Int, _ row: Int) -> Bool {
        guard let index = index(column, row) else { return false }
        return foreground[index] == nil && dots[index] == 0
    }

    /// Returns whether nothing at all is drawn at a place.
    package func isBlank(_ column: Int, _ row: Int) -> Bool {
        guard let index = index(column, row) else { return false }
        return isFree(column, row) && background[index] == nil
    }

    /// Returns whether a letter, a marker or a mark stands at a place.
    package func hasGlyph(_ column: Int, _ row: Int) -> Bool {
        index(column, row).map { foreground[$0] != nil } ?? false
    }

    /// Returns whether a letter or a digit, or something else that must be read, stands at a place.
    package func hasLetter(_ column: Int, _ row: Int) -> Bool {
        guard let index = index(column, row), let text = foreground[index] else { return false }
        return text != "┄" && text != "-"
    }

    /// Puts a character in the background; what lies beyond the edges is not drawn.
    package mutating func fill(_ column: Int, _ row: Int, with character: Character) {
        guard let index = index(column, row) else { return }
        background[index] = character
    }

    /// Puts a character in the foreground.
    package mutating func put(_ character: Character, _ column: Int, _ row: Int) {
        guard let index = index(column, row) else { return }
        foreground[index] = String(character)
    }

    /// Writes a text in the foreground, as far as it fits the row.
    package mutating func write(_ text: String, _ column: Int, _ row: Int) {
        var column = column
        for character in text {
            guard column + character.columns <= columns else { return }
            put(character, column, row)
            if character.columns == 2, let index = index(column + 1, row) { foreground[index] = "" }
            column += character.columns
        }
    }

    /// Sets a dot, counted in halves of columns and quarters of rows from the top left.
    package mutating func dot(_ x: Int, _ y: Int) {
        guard x >= 0, y >= 0, let index = index(x / 2, y / 4) else { return }
        let bits: [[UInt8]] = [[0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80]]
        dots[index] |= bits[y % 4][x % 2]
    }

    /// The rows as text, without spaces at their ends.
    package var lines: [String] {
        (0..<rows).map { row in
            var line = ""
            for index in (row * columns)..<((row + 1) * columns) {
                if let front = foreground[index] {
                    line += front
                } else if dots[index] != 0,
                    let scalar = Unicode.Scalar(0x2800 + UInt32(dots[index]))
                {
                    line.unicodeScalars.append(scalar)
                } else {
                    line.append(background[index] ?? " ")
                }
            }
            return line.trimmedAtEnd
        }
    }
}

extension String {
    /// The text without spaces at its end.
    package var trimmedAtEnd: String {
        var copy = self
        while copy.last == " " { copy.removeLast() }
        return copy
    }
}
