internal import CZeroMQ

/// Why something could not be done with a context or a socket.
public struct ZeroMQError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What could not be done, as a verb, such as `bind`.
    public let operation: String

    /// What it could not be done to, such as an endpoint.
    public let subject: String

    /// The number that libzmq or the operating system gave as the cause.
    public let code: Int32

    /// Names an operation that failed with a code.
    public init(_ operation: String, _ subject: String, code: Int32) {
        self.operation = operation
        self.subject = subject
        self.code = code
    }

    /// Names an operation that has failed just now.
    ///
    /// Has to be made before anything else is called, or the cause is another one.
    static func latest(_ operation: String, _ subject: String) -> ZeroMQError {
        ZeroMQError(operation, subject, code: zmq_errno())
    }

    /// Whether the context was shut down, which ends everything that its sockets do.
    public var isShutDown: Bool { code == ETERM }

    /// Whether somebody else is bound to the endpoint.
    public var isAddressInUse: Bool { code == EADDRINUSE }

    /// Whether a signal arrived before the operation had done anything.
    var isInterruption: Bool { code == EINTR }

    /// Whether the operation would have had to wait.
    var wouldBlock: Bool { code == EAGAIN }

    /// The cause in words with its number, such as `address already in use (98)`.
    public var cause: String {
        let words = zmq_strerror(code).map { String(cString: $0) } ?? "unknown error"
        return "\(words.prefix(1).lowercased())\(words.dropFirst()) (\(code))"
    }

    /// A sentence with operation, subject and cause.
    public var description: String { "could not \(operation) \(subject): \(cause)" }
}
