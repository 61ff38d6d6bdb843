/// The media type of a representation, such as `text/plain`, without parameters.
public struct MIMEType: Sendable, Hashable, RawRepresentable, ExpressibleByStringLiteral,
    CustomStringConvertible
{
    /// The media type as a string, such as `image/svg+xml`.
    public let rawValue: String

    /// Creates a media type from a string.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Creates a media type from a string literal.
    public init(stringLiteral value: String) { rawValue = value }

    /// The media type as a string.
    public var description: String { rawValue }

    /// Plain text, which every client can show.
    public static let plainText: MIMEType = "text/plain"
    /// Markdown, with LaTeX between dollar signs.
    public static let markdown: MIMEType = "text/markdown"
    /// LaTeX as Jupyter understands it: mathematics between dollar signs.
    public static let latex: MIMEType = "text/latex"
    /// A fragment of HTML.
    public static let html: MIMEType = "text/html"
    /// A vector image.
    public static let svg: MIMEType = "image/svg+xml"
    /// A bitmap image.
    public static let png: MIMEType = "image/png"
    /// A JSON value.
    public static let json: MIMEType = "application/json"

    /// A value that a cell has recorded: an object with `name` and `value`.
    public static let recordedValue: MIMEType = "application/vnd.unroll.value+json"
    /// A widget's model that a client shows.
    public static let widgetView: MIMEType = "application/vnd.jupyter.widget-view+json"

    /// Indicates whether contents of this type are sent as JSON values rather than as text.
    public var isJSON: Bool { rawValue == "application/json" || rawValue.hasSuffix("+json") }
}
