/// A finding about a notebook that should be resolved before it is shared.
public struct CheckFinding: Sendable, Hashable, CustomStringConvertible {
    /// The kinds of findings, each of which can be ignored.
    public enum Kind: String, Sendable, CaseIterable {
        /// IDs that Jupyter repairs while reading: missing, duplicate or invalid ones.
        case ids
        /// A part of the notebook that does not have the shape required by the format.
        case schema
        /// A file that is not written as Jupyter writes it, so that the next save changes more than
        /// was edited.
        case form
        /// A notebook without a kernel.
        case kernel
        /// An invalid setting of Unroll.
        case settings
        /// Cells that were run in another order than they appear in, or changed since.
        case counts
        /// A cell that has not been run.
        case unexecuted
        /// A cell with an error among its outputs.
        case errors
        /// An output that contains a path of a user's machine.
        case paths
        /// A cell or an output with something that looks like a key or a password.
        case secrets
    }

    /// The kind of the finding.
    public let kind: Kind

    /// The index of the cell, starting at zero, or `nil` if the finding concerns the whole
    /// notebook.
    public let cell: Int?

    /// The description, in a sentence.
    public let message: String

    /// Indicates whether it can be fixed without changing the meaning of the notebook.
    public let isFixable: Bool

    /// Creates a finding.
    init(_ kind: Kind, cell: Int? = nil, _ message: String, isFixable: Bool = false) {
        self.kind = kind
        self.cell = cell
        self.message = message
        self.isFixable = isFixable
    }

    /// A line with the location and the kind.
    public var description: String {
        "\(cell.map { "cell \($0 + 1): " } ?? "")\(message) (\(kind.rawValue))"
    }
}
