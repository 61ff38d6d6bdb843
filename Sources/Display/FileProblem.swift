internal import Files

/// The error thrown when a file cannot be displayed.
public struct FileProblem: Error, Sendable, Hashable, CustomStringConvertible {
    /// The operation that failed and its cause.
    public let description: String

    /// Creates an error.
    init(_ description: String) { self.description = description }
}

extension WholeFile {
    /// Reads a file to display.
    ///
    /// - Throws: `FileProblem` with the path and the cause.
    static func shown(_ path: String) throws(FileProblem) -> [UInt8] {
        do {
            return try read(path)
        } catch {
            throw FileProblem(error.description)
        }
    }
}
