/// A position in a text as a line and a column.
package struct TextPosition: Hashable {
    /// The line number, starting at one.
    package let line: Int

    /// The column in UTF-8 bytes, starting at one.
    package let column: Int

    /// Creates a position.
    package init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }

    /// Creates a position from an offset in UTF-8 bytes.
    package init(offset: Int, in text: String) {
        let before = text.utf8.prefix(offset)
        line = before.count { $0 == UInt8(ascii: "\n") } + 1
        let lineStart = before.lastIndex(of: UInt8(ascii: "\n")).map(before.index(after:))
        column = before[(lineStart ?? before.startIndex)...].count + 1
    }

    /// Returns the offset of a line and column in UTF-8 bytes.
    package static func offset(ofLine line: Int, column: Int, in text: String) -> Int {
        var offset = 0
        var remaining = line - 1
        for byte in text.utf8 {
            if remaining == 0 { break }
            offset += 1
            if byte == UInt8(ascii: "\n") { remaining -= 1 }
        }
        return min(offset + max(column - 1, 0), text.utf8.count)
    }
}
