internal import Files
internal import Glibc

/// Why a system call about processes, descriptors or sockets did not succeed.
public struct ProcessError: Error, Sendable, Equatable, CustomStringConvertible {
    /// What could not be done, with its subject, such as `start /usr/bin/ld`.
    public let operation: String

    /// The system's number for the cause.
    public let errno: Int32

    /// Makes an error from the number that a system call left behind.
    public init(_ operation: String, errno: Int32) {
        self.operation = operation
        self.errno = errno
    }

    /// A sentence with the operation and its cause.
    public var description: String { "could not \(operation): \(ErrorNumber(errno))" }

    /// Returns the result of a system call, or throws what it left in `errno`.
    @discardableResult
    static func check<Result: SignedInteger>(
        _ operation: @autoclosure () -> String, _ result: Result
    ) throws(ProcessError) -> Result {
        let number = Glibc.errno
        guard result >= 0 else { throw ProcessError(operation(), errno: number) }
        return result
    }

    /// Returns the result of a shim, or throws the negated number that it returned.
    @discardableResult
    static func checkShim<Result: SignedInteger>(
        _ operation: @autoclosure () -> String, _ result: Result
    ) throws(ProcessError) -> Result {
        guard result >= 0 else { throw ProcessError(operation(), errno: Int32(-result)) }
        return result
    }
}
