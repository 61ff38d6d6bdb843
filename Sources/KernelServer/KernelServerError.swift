public import JupyterProtocol

/// The error thrown when a kernel cannot start, or a request cannot be served.
public enum KernelServerError: Error, Sendable, Hashable, CustomStringConvertible {
    /// A channel could not be bound to its endpoint.
    case unavailableChannel(KernelChannel, endpoint: String, cause: String)
    /// The launcher did not acknowledge the ports.
    case silentLauncher(endpoint: String)
    /// The launcher's acknowledgement was invalid.
    case unclearLauncher(endpoint: String, cause: String)
    /// There is no subshell with the identifier of a request.
    case unknownSubshell(String)

    /// A sentence with the operation, the cause and the remedy.
    public var description: String {
        switch self {
        case .unavailableChannel(let channel, let endpoint, let cause):
            "could not open the \(channel) channel at \(endpoint): \(cause); "
                + "end the process that uses it, or start the kernel with other ports"
        case .silentLauncher(let endpoint):
            "could not register the kernel at \(endpoint): nobody answered within 5 seconds; "
                + "start the kernel again"
        case .unclearLauncher(let endpoint, let cause):
            "could not register the kernel at \(endpoint): \(cause)"
        case .unknownSubshell(let identifier):
            "could not use the subshell \(identifier): there is none with this identifier; "
                + "send create_subshell_request first, or the request without subshell_id"
        }
    }
}
