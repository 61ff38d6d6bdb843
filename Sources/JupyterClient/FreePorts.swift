internal import Files
internal import Glibc
internal import JupyterProtocol

/// The choice of free ports.
enum FreePorts {
    /// Picks a different port for each channel.
    ///
    /// Another process may take one of them before the kernel does, so the caller has to be ready
    /// to try again.
    static func pick() throws(JupyterClientError) -> KernelPorts {
        var ports = KernelPorts()
        var sockets: [Int32] = []
        defer { for socket in sockets { close(socket) } }
        for channel in KernelChannel.allCases {
            let socket = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
            sockets.append(socket)
            guard let port = bind(socket) else {
                throw .setupFailed(
                    operation: "find free ports for the kernel", cause: "\(ErrorNumber.last)")
            }
            ports[channel] = port
        }
        return ports
    }

    /// Binds a socket to any free loopback port and returns the port.
    private static func bind(_ socket: Int32) -> UInt16? {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = INADDR_LOOPBACK.bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
                Glibc.bind(socket, pointer, length) == 0
                    && getsockname(socket, pointer, &length) == 0
            }
        }
        return isBound ? UInt16(bigEndian: address.sin_port) : nil
    }
}
