/// A notebook that has been read, and the repairs that were necessary.
public struct NotebookReading: Sendable, Hashable {
    /// The repaired notebook.
    public let notebook: Notebook

    /// The repairs, in the order of the document.
    public let warnings: [NotebookWarning]

    /// The fingerprint of the file, or `nil` if the notebook was not read from one.
    public internal(set) var fingerprint: FileFingerprint?

    /// Creates the result of reading a notebook.
    public init(
        notebook: Notebook, warnings: [NotebookWarning] = [], fingerprint: FileFingerprint? = nil
    ) {
        self.notebook = notebook
        self.warnings = warnings
        self.fingerprint = fingerprint
    }
}

/// A repair made while a notebook was read.
public enum NotebookWarning: Sendable, Hashable, CustomStringConvertible {
    /// The cell had no ID although the format requires one.
    case missingIdentifier(cell: Int, given: String)

    /// The ID of the cell was that of an earlier cell.
    case duplicateIdentifier(cell: Int, id: String, given: String)

    /// The document had no minor version.
    case missingMinorVersion(assumed: Int)

    /// A sentence with the number of the cell, starting at one, and the repair.
    public var description: String {
        switch self {
        case .missingIdentifier(let cell, let given):
            "cell \(cell + 1) had no id and was given \(given)"
        case .duplicateIdentifier(let cell, let id, let given):
            "cell \(cell + 1) had the id \(id) of an earlier cell and was given \(given)"
        case .missingMinorVersion(let assumed):
            "the notebook did not say its nbformat_minor and is taken as format 4.\(assumed)"
        }
    }
}
