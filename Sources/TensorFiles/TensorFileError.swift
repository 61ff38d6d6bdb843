/// The error thrown when a file of tensors or a table cannot be read or written.
public enum TensorFileError: Error, Equatable, Sendable {
    /// A file could not be read or written.
    case file(operation: String, path: String, reason: String)
    /// Bytes are not in the expected format; `path` is the file that contains them.
    case malformed(format: String, reason: String, path: String? = nil)
    /// A file is in another program's format; `advice` tells how to use it.
    case foreign(path: String, kind: String, advice: String)
    /// A row of a table has more or fewer texts than there are columns; rows count from 1.
    case ragged(columns: Int, texts: Int, row: Int)
    /// A text of a table is not a number; rows count from 1.
    case noNumber(text: String, column: String, row: Int)
    /// A table does not have a column of this name.
    case noColumn(String, of: [String])

    /// Returns the error with the path of the file.
    ///
    /// - Parameter format: the expected format.
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
    /// A sentence with the operation, its subject, the cause and the remedy.
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
