/// The five ways between a kernel and its clients.
public enum KernelChannel: String, Sendable, Hashable, CaseIterable, Codable {
    /// Requests that may have to wait for one another.
    case shell
    /// What the kernel tells everybody.
    case iopub
    /// Questions that the kernel asks one client.
    case stdin
    /// Requests that may not have to wait, such as to interrupt.
    case control
    /// Bytes that come back as they are while the kernel lives.
    case heartbeat = "hb"

    /// The key of the channel's port in a connection file.
    public var portKey: String { "\(rawValue)_port" }
}
