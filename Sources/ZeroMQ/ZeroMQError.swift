internal import CZeroMQ

/// The error thrown when an operation on a context or a socket fails.
public struct ZeroMQError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The operation that failed, as a verb, such as `bind`.
    public let operation: String

    /// The subject of the operation, such as an endpoint.
    public let subject: String

    /// The error number of libzmq or the operating system.
    public let code: Int32

    /// Creates an error from an operation and an error number.
    public init(_ operation: String, _ subject: String, code: Int32) {
        self.operation = operation
        self.subject = subject
        self.code = code
    }

    /// Creates an error from the current error number.
    ///
    /// It must be created before any other call, which could change the error number.
    static func latest(_ operation: String, _ subject: String) -> ZeroMQError {
        ZeroMQError(operation, subject, code: zmq_errno())
    }

    /// Indicates whether the context was shut down, which ends every operation of its sockets.
    public var isShutDown: Bool { code == ETERM }

    /// Indicates whether the endpoint is already in use.
    public var isAddressInUse: Bool { code == EADDRINUSE }

    /// Indicates whether a signal interrupted the operation before it had an effect.
    var isInterruption: Bool { code == EINTR }

    /// Indicates whether the operation would have blocked.
    var wouldBlock: Bool { code == EAGAIN }

    /// The cause in words with its number, such as `address already in use (98)`.
    public var cause: String {
        let words = zmq_strerror(code).map { String(cString: $0) } ?? "unknown error"
        return "\(words.prefix(1).lowercased())\(words.dropFirst()) (\(code))"
    }

    /// A sentence with the operation, the subject and the cause.
    public var description: String { "could not \(operation) \(subject): \(cause)" }
}
