/// What kind of place a cursor stands at.
public enum SourcePlace: Codable, Sendable, Hashable {
    /// In code, also in the code between the parentheses of an interpolation; where that is not
    /// closed, as nobody has typed so far yet, with the characters that would close it. Behind an
    /// operator, also whether that begins a statement at the top level of the source.
    case code(missing: String, beginsStatement: Bool = false)
    /// In the text of a string literal; its text, or the part of it behind the last interpolation or
    /// line end, begins at this offset in UTF-8 bytes.
    case literal(start: Int)
    /// In a comment or a regular expression, where nothing has a name.
    case elsewhere
}
