/// Something that was mended while a notebook was read.
public enum NotebookWarning: Sendable, Hashable, CustomStringConvertible {
    /// The format asks for an id, and the cell had none.
    case missingIdentifier(cell: Int, given: String)

    /// An earlier cell had the same id.
    case duplicateIdentifier(cell: Int, id: String, given: String)

    /// The document did not say its minor version.
    case missingMinorVersion(assumed: Int)

    /// A sentence with the cell, counted from one, and what was done.
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
