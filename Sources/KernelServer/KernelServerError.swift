public import JupyterProtocol

/// Why a kernel could not begin to serve, or a request could not be seen to.
public enum KernelServerError: Error, Sendable, Hashable, CustomStringConvertible {
    /// A channel could not be bound to its endpoint.
    case unavailableChannel(KernelChannel, endpoint: String, cause: String)
    /// The launcher did not answer when it was told the ports.
    case silentLauncher(endpoint: String)
    /// The launcher's answer could not be understood.
    case unclearLauncher(endpoint: String, cause: String)
    /// A request was for a thread of execution of its own.
    case noSubshells

    /// A sentence that says what could not be done, why, and what to do.
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
        case .noSubshells:
            "could not use a subshell: this kernel has none; send the request without subshell_id"
        }
    }
}
