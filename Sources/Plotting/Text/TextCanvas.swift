package import Display

/// A rectangle of characters to draw on, in three layers: background, dots and foreground.
///
/// Each character contains two by four dots, so that lines are smoother than characters.
package struct TextCanvas: Sendable {
    /// The number of columns.
    package let columns: Int
    /// The number of rows.
    package let rows: Int
    /// The characters to draw with.
    package let style: TextStyle
    /// The foreground by row; an empty string where a wide character continues.
    private var foreground: [String?]
    /// The background, which is visible where nothing else is drawn.
    private var background: [Character?]
    /// The dots, as bits of braille characters.
    private var dots: [UInt8]

    /// Creates an empty canvas.
    package init(columns: Int, rows: Int, style: TextStyle) {
        self.columns = columns
        self.rows = rows
        self.style = style
        foreground = Array(repeating: nil, count: columns * rows)
        background = Array(repeating: nil, count: columns * rows)
        dots = Array(repeating: 0, count: columns * rows)
    }

    /// Returns the index of a character, or `nil` beyond the edges.
    private func index(_ column: Int, _ row: Int) -> Int? {
        guard (0..<columns).contains(column), (0..<rows).contains(row) else { return nil }
        return row * columns + column
    }

    /// Returns whether nothing is drawn at a position, except possibly the background.
    package func isFree(_ column: Int, _ row: Int) -> Bool {
        guard let index = index(column, row) else { return false }
        return foreground[index] == nil && dots[index] == 0
    }

    /// Returns whether nothing at all is drawn at a position.
    package func isBlank(_ column: Int, _ row: Int) -> Bool {
        guard let index = index(column, row) else { return false }
        return isFree(column, row) && background[index] == nil
    }

    /// Returns whether there is a letter, a marker or a mark at a position.
    package func hasGlyph(_ column: Int, _ row: Int) -> Bool {
        index(column, row).map { foreground[$0] != nil } ?? false
    }

    /// Returns whether there is a letter, a digit or another readable character at a position.
    package func hasLetter(_ column: Int, _ row: Int) -> Bool {
        guard let index = index(column, row), let text = foreground[index] else { return false }
        return text != "┄" && text != "-"
    }

    /// Sets a character of the background; positions beyond the edges are ignored.
    package mutating func fill(_ column: Int, _ row: Int, with character: Character) {
        guard let index = index(column, row) else { return }
        background[index] = character
    }

    /// Sets a character of the foreground.
    package mutating func put(_ character: Character, _ column: Int, _ row: Int) {
        guard let index = index(column, row) else { return }
        foreground[index] = String(character)
    }

    /// Writes a text in the foreground, clipped to the row.
    package mutating func write(_ text: String, _ column: Int, _ row: Int) {
        var column = column
        for character in text {
            guard column + character.columns <= columns else { return }
            put(character, column, row)
            if character.columns == 2, let index = index(column + 1, row) { foreground[index] = "" }
            column += character.columns
        }
    }

    /// Sets a dot, counted in half columns and quarter rows from the top left.
    package mutating func dot(_ x: Int, _ y: Int) {
        guard x >= 0, y >= 0, let index = index(x / 2, y / 4) else { return }
        let bits: [[UInt8]] = [[0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80]]
        dots[index] |= bits[y % 4][x % 2]
    }

    /// The rows as text, without trailing spaces.
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
    /// The text without trailing spaces.
    package var trimmedAtEnd: String {
        var copy = self
        while copy.last == " " { copy.removeLast() }
        return copy
    }
}
