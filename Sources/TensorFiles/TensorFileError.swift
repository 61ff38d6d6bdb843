/// What can go wrong with files of tensors and tables.
public enum TensorFileError: Error, Equatable, Sendable {
    /// A file that could not be read or written.
    case file(operation: String, path: String, reason: String)
    /// Bytes that are not in the format they should be in, and the file that they are from.
    case malformed(format: String, reason: String, path: String? = nil)
    /// A file of another program's format, and what to do with it.
    case foreign(path: String, kind: String, advice: String)
    /// A table with a row of more or fewer texts than headings; rows count from 1.
    case ragged(columns: Int, texts: Int, row: Int)
    /// A text of a table that is no number; rows count from 1.
    case noNumber(text: String, column: String, row: Int)
    /// A heading that a table does not have.
    case noColumn(String, of: [String])

    /// Returns the error with the file that its bytes are from.
    ///
    /// - Parameter format: what the file should be.
    func inFile(_ path: String, format: String) -> TensorFileError {
        switch self {
        case .file, .foreign: self
        case .malformed(let format, let reason, _):
            .malformed(format: format, reason: reason, path: path)
        case .ragged, .noNumber, .noColumn:
            .malformed(format: format, reason: description, path: path)
        }
    }
}

extension TensorFileError: CustomStringConvertible {
    /// What could not be done, to what, because of what, and what to do.
    public var description: String {
        switch self {
        case .file(let operation, let path, let reason):
            "could not \(operation) \(path): \(reason)"
        case .malformed(let format, let reason, let path):
            "\(path ?? "this") is not a valid \(format) file: \(reason)"
        case .foreign(let path, let kind, let advice):
            "\(path) is \(kind); \(advice)"
        case .ragged(let columns, let texts, let row):
            "a table with \(columns) columns needs \(columns) texts in every row, got \(texts) in "
                + "row \(row)"
        case .noNumber(let text, let column, let row):
            "\"\(text)\" in row \(row) of the column \(column) is no number; replace it or leave the "
                + "row out"
        case .noColumn(let heading, let columns):
            "there is no column \(heading); the table has \(columns.joined(separator: ", "))"
        }
    }
}
