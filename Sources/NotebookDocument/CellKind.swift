/// What a cell is.
public enum CellKind: Sendable, Hashable, RawRepresentable {
    /// Source for the kernel, with its outputs.
    case code
    /// Prose.
    case markdown
    /// Text that no one interprets.
    case raw
    /// A kind that this version of the format does not know.
    case other(String)

    /// Takes a kind as documents spell it.
    public init(rawValue: String) {
        switch rawValue {
        case "code": self = .code
        case "markdown": self = .markdown
        case "raw": self = .raw
        default: self = .other(rawValue)
        }
    }

    /// The kind as documents spell it.
    public var rawValue: String {
        switch self {
        case .code: "code"
        case .markdown: "markdown"
        case .raw: "raw"
        case .other(let name): name
        }
    }
}
