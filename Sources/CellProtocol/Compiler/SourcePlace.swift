/// The kind of place at a cursor position.
public enum SourcePlace: Codable, Sendable, Hashable {
    /// In code, including the code of an interpolation.
    ///
    /// `missing` is the text that would close an interpolation that is still open. After an
    /// operator, `beginsStatement` tells whether the operator begins a statement at the top level.
    case code(missing: String, beginsStatement: Bool = false)
    /// In the text of a string literal; its text, or the part after the last interpolation or line
    /// end, begins at this offset in UTF-8 bytes.
    case literal(start: Int)
    /// In a comment or a regular expression, where there are no names.
    case elsewhere
}
