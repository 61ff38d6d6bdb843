/// The content of a representation.
public enum MIMEContent: Sendable, Hashable {
    /// Text, such as HTML, LaTeX or SVG.
    case text(String)
    /// Binary data, such as an image; sent in Base64.
    case data([UInt8])
    /// A JSON value, as text.
    case json(String)
}
