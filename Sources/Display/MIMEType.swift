/// The media type of something to show, such as `text/plain`, without parameters.
public struct MIMEType: Sendable, Hashable, RawRepresentable, ExpressibleByStringLiteral,
    CustomStringConvertible
{
    /// The type as it is written, such as `image/svg+xml`.
    public let rawValue: String

    /// Takes a type as it is written.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Takes a type as it is written.
    public init(stringLiteral value: String) { rawValue = value }

    /// The type as it is written.
    public var description: String { rawValue }

    /// Text that any client can show.
    public static let plainText: MIMEType = "text/plain"
    /// Markdown, with LaTeX between dollar signs.
    public static let markdown: MIMEType = "text/markdown"
    /// LaTeX, in Jupyter's sense: mathematics between dollar signs.
    public static let latex: MIMEType = "text/latex"
    /// A fragment of HTML.
    public static let html: MIMEType = "text/html"
    /// A scalable picture.
    public static let svg: MIMEType = "image/svg+xml"
    /// A picture of pixels.
    public static let png: MIMEType = "image/png"
    /// A JSON value.
    public static let json: MIMEType = "application/json"

    /// Whether contents of this type travel as JSON values rather than as text.
    public var isJSON: Bool { rawValue == "application/json" || rawValue.hasSuffix("+json") }
}
