/// The type of a cell.
public enum CellKind: Sendable, Hashable, RawRepresentable {
    /// Source code, with outputs.
    case code
    /// Markdown.
    case markdown
    /// Text that is not interpreted.
    case raw
    /// A type that this version of the format does not know.
    case other(String)

    /// Creates a type from its name in documents.
    public init(rawValue: String) {
        switch rawValue {
        case "code": self = .code
        case "markdown": self = .markdown
        case "raw": self = .raw
        default: self = .other(rawValue)
        }
    }

    /// The type's name in documents.
    public var rawValue: String {
        switch self {
        case .code: "code"
        case .markdown: "markdown"
        case .raw: "raw"
        case .other(let name): name
        }
    }
}
