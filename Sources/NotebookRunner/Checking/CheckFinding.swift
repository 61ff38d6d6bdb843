/// Something about a notebook that should not be so before it is shared.
public struct CheckFinding: Sendable, Hashable, CustomStringConvertible {
    /// What kinds of findings there are, as they can be left out.
    public enum Kind: String, Sendable, CaseIterable {
        /// What Jupyter mends while it reads: ids that are missing, doubled or not allowed.
        case ids
        /// Something has not the shape that the format asks for.
        case schema
        /// The file is not as Jupyter writes it, so that the next save changes more than was changed.
        case form
        /// The notebook does not say which kernel it is for.
        case kernel
        /// A setting of Unroll's is wrong.
        case settings
        /// Cells were run in another order than they stand in, or changed since.
        case counts
        /// A cell has not been run.
        case unexecuted
        /// A cell holds an error.
        case errors
        /// An output holds a path of somebody's machine.
        case paths
        /// A cell or an output holds what looks like a key or a password.
        case secrets
    }

    /// What kind of thing it is.
    public let kind: Kind

    /// The cell, counted from zero; nothing, where it is about the whole.
    public let cell: Int?

    /// What it is, in a sentence.
    public let message: String

    /// Whether it can be mended without changing what the notebook says.
    public let isFixable: Bool

    /// Makes a finding.
    init(_ kind: Kind, cell: Int? = nil, _ message: String, isFixable: Bool = false) {
        self.kind = kind
        self.cell = cell
        self.message = message
        self.isFixable = isFixable
    }

    /// A line with the place and the kind.
    public var description: String {
        "\(cell.map { "cell \($0 + 1): " } ?? "")\(message) (\(kind.rawValue))"
    }
}
