/// A table of texts with named columns, stored as comma-separated values.
///
/// - Source: RFC 4180; lines are written with a line feed, and read with either line end.
public struct CSVTable: Equatable, Sendable {
    /// The names of the columns.
    public let columns: [String]

    /// The rows, each with one text per column.
    public let rows: [[String]]

    /// Creates a table.
    ///
    /// - Throws: `TensorFileError.ragged` if a row has more or fewer texts than there are columns.
    public init(columns: [String], rows: [[String]]) throws(TensorFileError) {
        for (index, row) in rows.enumerated() where row.count != columns.count {
            throw .ragged(columns: columns.count, texts: row.count, row: index + 1)
        }
        self.columns = columns
        self.rows = rows
    }

    /// Parses a table.
    ///
    /// - Throws: `TensorFileError` if a quote is not closed or rows differ in length.
    public init(parsing text: String) throws(TensorFileError) {
        var records: [[String]] = []
        var (record, field, isQuoted) = ([String](), "", false)
        var previous: Character = ","
        for character in text {
            if isQuoted {
                if character == "\"" { isQuoted = false } else { field.append(character) }
            } else if character == "\"" {
                // A quote directly after a closing quote is an escaped quote.
                if previous == "\"" { field.append("\"") }
                isQuoted = true
            } else if character == "," {
                record.append(field)
                field = ""
            } else if character == "\n" || character == "\r\n" {
                records.append(record + [field])
                (record, field) = ([], "")
            } else {
                field.append(character)
            }
            previous = character
        }
        guard !isQuoted else {
            throw .malformed(format: "CSV", reason: "a quote in row \(records.count) is not closed")
        }
        if !record.isEmpty || !field.isEmpty { records.append(record + [field]) }
        try self.init(columns: records.first ?? [], rows: Array(records.dropFirst()))
    }

    /// Reads a file.
    ///
    /// - Throws: `TensorFileError` if it cannot be read or is not a table.
    public init(contentsOf path: String) throws(TensorFileError) {
        self = try FormatFile.reading(path, as: "CSV") { (bytes) throws(TensorFileError) in
            guard let text = String(validating: bytes, as: UTF8.self) else {
                throw .malformed(format: "CSV", reason: "it is not encoded as UTF-8")
            }
            return try CSVTable(parsing: text)
        }
    }

    /// Returns a column as numbers.
    ///
    /// - Parameter heading: the name of the column.
    /// - Throws: `TensorFileError.noNumber` for a text that is not a number, and `.noColumn` if
    ///   there is no such column.
    public func numbers(_ heading: String) throws(TensorFileError) -> [Double] {
        guard let column = columns.firstIndex(of: heading) else {
            throw .noColumn(heading, of: columns)
        }
        var numbers: [Double] = []
        for (index, row) in rows.enumerated() {
            let text = row[column].filter { !$0.isWhitespace }
            guard let number = Double(text) else {
                throw .noNumber(text: row[column], column: heading, row: index + 1)
            }
            numbers.append(number)
        }
        return numbers
    }

    /// Returns some columns as vectors, one per row, as needed for sequences and windows.
    ///
    /// - Throws: the errors of `numbers(_:)`.
    public func vectors(_ headings: [String]) throws(TensorFileError) -> [[Double]] {
        var chosen: [[Double]] = []
        for heading in headings { chosen.append(try numbers(heading)) }
        return rows.indices.map { row in chosen.map { $0[row] } }
    }

    /// The table as CSV text.
    public var text: String {
        ([columns] + rows).map { row in
            row.map(Self.field).joined(separator: ",") + "\n"
        }.joined()
    }

    /// Writes the table to a file, which is replaced atomically.
    ///
    /// - Throws: `TensorFileError.file` if it cannot be written.
    public func write(to path: String) throws(TensorFileError) {
        try FormatFile.write(Array(text.utf8), to: path)
    }

    /// Returns a text, in quotes if necessary.
    private static func field(_ text: String) -> String {
        guard text.contains(where: { ",\"\n\r\r\n".contains($0) }) else { return text }
        return "\""
            + text.split(separator: "\"", omittingEmptySubsequences: false)
            .joined(separator: "\"\"") + "\""
    }
}
