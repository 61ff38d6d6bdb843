/// A terminal as people see it: what a program writes moves the cursor and fills lines.
///
/// Knows what progress needs: the ends of lines, wrapping, scrolling, moving up and clearing.
struct TerminalScreen {
    /// The number of columns.
    let columns: Int

    /// The number of lines that the cursor can reach.
    let rows: Int

    /// All lines, of which the last ones are on the screen.
    private var lines: [[Character]] = [[]]

    /// The line of the cursor, among all.
    private var line = 0

    /// The column of the cursor, which is beyond the last one if the next character wraps.
    private var column = 0

    /// The bytes of a character or a sequence that is not complete.
    private var pending: [UInt8] = []

    /// Creates an empty screen.
    init(columns: Int, rows: Int) {
        self.columns = columns
        self.rows = rows
    }

    /// All lines, also those that have left the screen at its top.
    var text: [String] { lines.map { String($0) } }

    /// Takes what a program has written.
    mutating func show(_ bytes: [UInt8]) {
        pending += bytes
        while let length = completeLength() {
            let piece = String(decoding: pending.prefix(length), as: UTF8.self)
            pending.removeFirst(length)
            piece.hasPrefix("\u{1B}") ? obey(piece) : piece.unicodeScalars.forEach { put($0) }
        }
    }

    /// Returns the length of the first character or sequence, or `nil` if it is not complete.
    private func completeLength() -> Int? {
        guard let first = pending.first else { return nil }
        if first == 0x1B {
            guard pending.count > 2 else { return nil }
            return pending.dropFirst(2).firstIndex { (0x40...0x7E).contains($0) }.map { $0 + 1 }
        }
        let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        return pending.count >= length ? length : nil
    }

    /// Obeys a sequence; those that choose colors have no effect.
    private mutating func obey(_ sequence: String) {
        let number = Int(sequence.filter(\.isNumber)) ?? 1
        switch sequence.last {
        case "A": line = max(line - number, max(0, lines.count - rows))
        case "K":
            lines[line] = Array(lines[line].prefix(column))
        default: break
        }
    }

    /// Puts a character at the cursor.
    private mutating func put(_ scalar: Unicode.Scalar) {
        switch scalar {
        case "\r": column = 0
        case "\n":
            // The terminal itself returns the cursor to the first column.
            column = 0
            line += 1
            if line == lines.count { lines.append([]) }
        default:
            guard scalar.properties.generalCategory != .nonspacingMark else { return }
            let width = scalar.value >= 0x2E80 && scalar.value < 0x2_0000 ? 2 : 1
            if column + width > columns { put("\n") }
            while lines[line].count < column { lines[line].append(" ") }
            let place = lines[line].index(lines[line].startIndex, offsetBy: column)
            lines[line] = Array(lines[line].prefix(place)) + [Character(scalar)]
            if width == 2 { lines[line].append("\u{200B}") }
            column += width
        }
    }
}
