/// How messages travel between kernel and clients.
public enum Transport: String, Sendable, Hashable, CaseIterable {
    /// Through the network, or its stack on one machine.
    case tcp
    /// Through socket files on one machine.
    case ipc
    /// Inside one process.
    case inproc

    /// Returns the endpoint of an address and a port, as libzmq writes it.
    ///
    /// - Source: jupyter_client, docs/kernels.rst, "Connection files".
    public func endpoint(ip: String, port: UInt16) -> String {
        guard self == .tcp else { return "\(rawValue)://\(ip)-\(port)" }
        let isBareIPv6 = ip.contains(":") && !ip.hasPrefix("[")
        return "tcp://\(isBareIPv6 ? "[\(ip)]" : ip):\(port)"
    }
}
