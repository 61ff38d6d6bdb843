/// The five channels between a kernel and its clients.
public enum KernelChannel: String, Sendable, Hashable, CaseIterable, Codable {
    /// Requests that are served in order.
    case shell
    /// Broadcasts of the kernel to all clients.
    case iopub
    /// Requests of the kernel for input from one client.
    case stdin
    /// Requests that are served at once, such as interrupts.
    case control
    /// A heartbeat: the kernel returns all bytes unchanged.
    case heartbeat = "hb"

    /// The key of the channel's port in a connection file.
    public var portKey: String { "\(rawValue)_port" }
}
