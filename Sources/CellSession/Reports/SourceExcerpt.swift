/// A line of a cell with a mark under what is meant.
package enum SourceExcerpt {
    /// Returns the lines that show a place: the cell's line, and a mark under a part of it.
    ///
    /// - Parameters:
    ///   - column: the place in UTF-8 bytes, counted from one; 0 stands for the whole line.
    ///   - length: how much is meant, in UTF-8 bytes.
    package static func lines(
        _ line: Substring, number: Int, column: Int = 0, length: Int = 1
    ) -> [String] {
        let shown = "  \(number) | " + expanded(line)
        guard column > 0, let mark = mark(under: line, column: column, length: length) else {
            return [shown]
        }
        let margin = String(repeating: " ", count: String(number).count)
        return [shown, "  \(margin) | " + mark]
    }

    /// Returns the blanks before a mark, and the mark.
    private static func mark(under line: Substring, column: Int, length: Int) -> String? {
        let utf8 = line.utf8
        guard
            let start = utf8.index(
                utf8.startIndex, offsetBy: column - 1, limitedBy: utf8.endIndex)
        else { return nil }
        let end =
            utf8.index(start, offsetBy: max(length, 1), limitedBy: utf8.endIndex) ?? utf8.endIndex
        let blanks = String(repeating: " ", count: expanded(line[..<start]).count)
        let width = max(expanded(line[start..<end]).count, 1)
        return blanks + ANSI.error("^" + String(repeating: "~", count: width - 1))
    }

    /// Returns text with tabs as spaces, so that marks stand where they should.
    private static func expanded(_ text: Substring) -> String {
        String(text).replacing("\t", with: "    ")
    }
}
