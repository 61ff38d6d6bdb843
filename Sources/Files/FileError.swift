/// A failed operation on a file or folder, with the system's reason.
public struct FileError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The operation as a verb, such as `read`.
    public let operation: String

    /// The path of the file or folder.
    public let path: String

    /// The system's reason.
    public let cause: ErrorNumber

    /// Creates an error; its cause is by default that of the last failed system call on this
    /// thread.
    public init(_ operation: String, _ path: String, cause: ErrorNumber = .last) {
        self.operation = operation
        self.path = path
        self.cause = cause
    }

    /// A sentence with the operation, the path and the reason.
    public var description: String { "could not \(operation) \(path): \(cause)" }
}
