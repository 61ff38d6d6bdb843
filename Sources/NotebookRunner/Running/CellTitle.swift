/// The line by which people recognise a cell.
enum CellTitle {
    /// Returns the first line that is not empty, without white space around it.
    static func of(_ source: String) -> String {
        for line in source.split(whereSeparator: \.isNewline) {
            let start = line.drop(while: \.isWhitespace)
            guard let end = start.lastIndex(where: { !$0.isWhitespace }) else { continue }
            return String(start[...end])
        }
        return ""
    }
}
