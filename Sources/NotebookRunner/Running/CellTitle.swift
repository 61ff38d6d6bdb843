/// The titles by which users recognize cells.
enum CellTitle {
    /// The maximum number of characters of a title.
    private static let length = 160

    /// Returns the first line that is not empty, without surrounding white space and control
    /// characters.
    static func of(_ source: String) -> String {
        for line in source.split(whereSeparator: \.isNewline) {
            let start = line.drop(while: \.isWhitespace)
            guard let end = start.lastIndex(where: { !$0.isWhitespace }) else { continue }
            let title = start[...end].prefix(length).unicodeScalars.map { scalar in
                scalar.properties.generalCategory == .control ? " " : String(scalar)
            }
            return title.joined()
        }
        return ""
    }
}
