internal import Files
internal import Glibc

/// The error thrown when a system call on processes, descriptors or sockets fails.
public struct ProcessError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The operation that failed, with its subject, such as `start /usr/bin/ld`.
    public let operation: String

    /// The error number of the system.
    public let errno: Int32

    /// Creates an error from an error number.
    public init(_ operation: String, errno: Int32) {
        self.operation = operation
        self.errno = errno
    }

    /// A sentence with the operation and its cause.
    public var description: String { "could not \(operation): \(ErrorNumber(errno))" }

    /// Returns the result of a system call; throws its `errno` if it failed.
    @discardableResult
    static func check<Result: SignedInteger>(
        _ operation: @autoclosure () -> String, _ result: Result
    ) throws(ProcessError) -> Result {
        let number = Glibc.errno
        guard result >= 0 else { throw ProcessError(operation(), errno: number) }
        return result
    }

    /// Returns the result of a shim; throws the negated errno that it returned.
    @discardableResult
    static func checkShim<Result: SignedInteger>(
        _ operation: @autoclosure () -> String, _ result: Result
    ) throws(ProcessError) -> Result {
        guard result >= 0 else { throw ProcessError(operation(), errno: Int32(-result)) }
        return result
    }
}
