/// A line of a cell with a marker under the relevant part.
package enum SourceExcerpt {
    /// Returns the line of a cell, and a marker under a part of it.
    ///
    /// - Parameters:
    ///   - column: the column in UTF-8 bytes, starting at one; 0 for the whole line.
    ///   - length: the length of the part in UTF-8 bytes.
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

    /// Returns the marker line.
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

    /// Returns text with tabs expanded, so that markers are aligned.
    private static func expanded(_ text: Substring) -> String {
        String(text).replacing("\t", with: "    ")
    }
}
