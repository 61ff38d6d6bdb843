internal import Glibc

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

/// The error number of a failed system call, `errno`, with the system's message.
public struct ErrorNumber: Sendable, Hashable, CustomStringConvertible {
    /// The number, such as `ENOENT`.
    public let number: Int32

    /// Creates an error number.
    public init(_ number: Int32) { self.number = number }

    /// The error number of the last failed system call on this thread.
    public static var last: ErrorNumber { ErrorNumber(errno) }

    /// The system's message, beginning in lower case, such as `no such file or directory`.
    public var words: String {
        var buffer = [CChar](repeating: 0, count: 256)
        guard strerror_r(number, &buffer, buffer.count) == 0 else { return "unknown cause" }
        let words = String(decoding: buffer.prefix { $0 != 0 }.map(UInt8.init), as: UTF8.self)
        return words.prefix(1).lowercased() + words.dropFirst()
    }

    /// The message and the number, such as `no such file or directory (2)`.
    public var description: String { "\(words) (\(number))" }
}
