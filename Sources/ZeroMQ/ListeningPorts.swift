internal import Glibc
internal import Synchronization

/// TCP ports at which a process listens before libzmq has been loaded.
///
/// A client that connects to a closed port tries again only after a tenth of a second; a client
/// that connects to one of these waits until a socket takes the port over. Creating them takes a
/// fraction of a millisecond and needs nothing of libzmq.
public final class ListeningPorts: Sendable {
    /// The descriptors that no socket has taken over yet, by endpoint.
    private let descriptors: Mutex<[Endpoint: Int32]>

    /// Listens at each endpoint for which that is possible at once.
    ///
    /// An endpoint needs an IPv4 address and a fixed, free port. All others are left to the
    /// sockets, which report what is wrong with them.
    public init(_ endpoints: [Endpoint]) {
        var descriptors: [Endpoint: Int32] = [:]
        for endpoint in endpoints { descriptors[endpoint] = Self.listen(at: endpoint) }
        self.descriptors = Mutex(descriptors)
    }

    deinit {
        descriptors.withLock { for descriptor in $0.values { close(descriptor) } }
    }

    /// Transfers a descriptor to a socket, which closes it.
    func take(_ endpoint: Endpoint) -> Int32? {
        descriptors.withLock { $0.removeValue(forKey: endpoint) }
    }

    /// Listens at an endpoint with the same options as libzmq.
    private static func listen(at endpoint: Endpoint) -> Int32? {
        guard let host = endpoint.host, let port = endpoint.port, port != 0 else { return nil }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        guard inet_pton(AF_INET, host, &address.sin_addr) == 1 else { return nil }
        let kind = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
        let descriptor = socket(AF_INET, kind, 0)
        guard descriptor >= 0 else { return nil }
        var isOn: Int32 = 1
        setsockopt(
            descriptor, SOL_SOCKET, SO_REUSEADDR, &isOn, socklen_t(MemoryLayout<Int32>.size))
        let isBound = withUnsafeBytes(of: address) { bytes in
            guard let pointer = bytes.assumingMemoryBound(to: sockaddr.self).baseAddress else {
                return false
            }
            return bind(descriptor, pointer, socklen_t(bytes.count)) == 0
        }
        let waitingAtMost: Int32 = 100
        guard isBound, Glibc.listen(descriptor, waitingAtMost) == 0 else {
            close(descriptor)
            return nil
        }
        return descriptor
    }
}
