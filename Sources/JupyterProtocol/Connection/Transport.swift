/// The transport of messages between a kernel and its clients.
public enum Transport: String, Sendable, Hashable, CaseIterable {
    /// TCP.
    case tcp
    /// Unix domain sockets.
    case ipc
    /// Communication inside one process.
    case inproc

    /// Returns the endpoint of an address and a port in libzmq's notation.
    ///
    /// - Source: jupyter_client, docs/kernels.rst, "Connection files".
    public func endpoint(ip: String, port: UInt16) -> String {
        guard self == .tcp else { return "\(rawValue)://\(ip)-\(port)" }
        let isBareIPv6 = ip.contains(":") && !ip.hasPrefix("[")
        return "tcp://\(isBareIPv6 ? "[\(ip)]" : ip):\(port)"
    }
}
