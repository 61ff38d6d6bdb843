internal import Files

/// Why a file could not be shown.
public struct FileProblem: Error, Sendable, Hashable, CustomStringConvertible {
    /// What could not be done, and because of what.
    public let description: String

    /// Makes a problem.
    init(_ description: String) { self.description = description }
}

extension WholeFile {
    /// Reads a file that is shown.
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
