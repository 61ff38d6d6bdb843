/// The names under which links reach headings.
enum HeadingName {
    /// Returns the name of a heading: as in Jupyter, its words joined by hyphens.
    static func of(_ text: String) -> String {
        let words = text.replacing(/<[^>]*>/, with: "").filter { !"*`$<>\"'&".contains($0) }
        return words.split(whereSeparator: \.isWhitespace).joined(separator: "-")
    }
}
