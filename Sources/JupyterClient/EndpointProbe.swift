internal import Glibc

/// A test of whether a process listens at an endpoint.
///
/// libzmq would connect by itself once it does, but retries only every 100 ms.
enum EndpointProbe {
    /// Returns whether a connection to an endpoint such as `tcp://127.0.0.1:5555` succeeds.
    static func isOpen(_ endpoint: String) -> Bool {
        if let path = endpoint.dropping(prefix: "ipc://") { return connects(toFile: path) }
        guard let address = endpoint.dropping(prefix: "tcp://"),
            let colon = address.lastIndex(of: ":"),
            let port = UInt16(address[address.index(after: colon)...])
        else { return false }
        return connects(toHost: String(address[..<colon]), port: port)
    }

    /// Returns whether a connection to a Unix domain socket succeeds.
    private static func connects(toFile path: String) -> Bool {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let capacity = MemoryLayout.size(ofValue: address.sun_path)
        guard path.utf8.count < capacity else { return false }
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
        return connects(family: AF_UNIX, to: address)
    }

    /// Returns whether a connection to a port succeeds; the host must be a numeric address.
    private static func connects(toHost host: String, port: UInt16) -> Bool {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        guard inet_pton(AF_INET, host, &address.sin_addr) == 1 else { return false }
        return connects(family: AF_INET, to: address, from: anotherAddress)
    }

    /// A loopback address other than the one at which kernels listen.
    ///
    /// A connection from an address and port to the same address and port would succeed although no
    /// process listens, and would occupy the kernel's port.
    private static var anotherAddress: sockaddr_in {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = (INADDR_LOOPBACK + 1).bigEndian
        return address
    }

    /// Returns whether a connection to an address succeeds, and closes it at once.
    private static func connects<Address>(
        family: Int32, to address: Address, from source: Address? = nil
    ) -> Bool {
        let kind = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
        let socket = socket(family, kind, 0)
        guard socket >= 0 else { return false }
        defer { close(socket) }
        if let source { _ = withAddress(source) { bind(socket, $0, $1) } }
        return withAddress(address) { connect(socket, $0, $1) } == 0
    }

    /// Calls a closure with an address as system calls expect it.
    private static func withAddress<Address>(
        _ address: Address, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Int32
    ) -> Int32 {
        withUnsafeBytes(of: address) { bytes in
            guard let pointer = bytes.assumingMemoryBound(to: sockaddr.self).baseAddress else {
                return -1
            }
            return body(pointer, socklen_t(bytes.count))
        }
    }
}

extension String {
    /// Returns the text after a prefix, or `nil` if it does not have the prefix.
    fileprivate func dropping(prefix: String) -> String? {
        hasPrefix(prefix) ? String(dropFirst(prefix.count)) : nil
    }
}
