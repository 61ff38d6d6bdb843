/// A file or folder with which something could not be done, and the system's reason.
public struct FileError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What could not be done, as a verb, such as `read`.
    public let operation: String

    /// The path of the file or folder.
    public let path: String

    /// The system's reason.
    public let cause: ErrorNumber

    /// Creates an error; by default with the reason that the last call of this thread left behind.
    public init(_ operation: String, _ path: String, cause: ErrorNumber = .last) {
        self.operation = operation
        self.path = path
        self.cause = cause
    }

    /// A sentence with the operation, the path and the reason.
    public var description: String { "could not \(operation) \(path): \(cause)" }
}
