/// The content of one form of something to show.
public enum MIMEContent: Sendable, Hashable {
    /// Text, such as HTML, LaTeX or SVG.
    case text(String)
    /// Bytes, such as a picture's; they travel in base 64.
    case data([UInt8])
    /// A JSON value, as its text.
    case json(String)
}
