internal import ArgumentParser
internal import Files
internal import NotebookRunner

/// Functions that read files with parameters.
enum ParameterFile {
    /// Returns the text of a file.
    ///
    /// - Throws: `ValidationError` if it cannot be read.
    static func text(of path: String) throws -> String {
        do {
            return try WholeFile.readText(path)
        } catch {
            throw ValidationError("\(error)")
        }
    }

    /// Returns the parameters of a row, counted from zero.
    ///
    /// - Throws: `ValidationError` or `ParameterError` if there is no such row.
    static func row(_ index: Int, of path: String) throws -> [NotebookParameter] {
        let rows = try SweepRows(text(of: path), source: path).rows
        guard rows.indices.contains(index) else {
            throw ValidationError(
                "could not take row \(index) of \(path): it has \(rows.count), counted from 0")
        }
        return rows[index]
    }
}
