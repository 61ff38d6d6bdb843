/// An address of a socket, such as `tcp://127.0.0.1:5555`.
public struct Endpoint: Sendable, Hashable, RawRepresentable, ExpressibleByStringLiteral,
    CustomStringConvertible
{
    /// The endpoint in libzmq's notation.
    public let rawValue: String

    /// Creates an endpoint from libzmq's notation.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Creates an endpoint from libzmq's notation.
    public init(stringLiteral value: String) { rawValue = value }

    /// The endpoint in libzmq's notation.
    public var description: String { rawValue }

    /// Returns a TCP endpoint; with port 0 the operating system picks one at binding.
    public static func tcp(_ host: String, port: UInt16 = 0) -> Endpoint {
        Endpoint(rawValue: "tcp://\(host):\(port)")
    }

    /// Returns the endpoint of a Unix domain socket.
    public static func ipc(_ path: String) -> Endpoint {
        Endpoint(rawValue: "ipc://\(path)")
    }

    /// Returns an endpoint inside one context.
    public static func inproc(_ name: String) -> Endpoint {
        Endpoint(rawValue: "inproc://\(name)")
    }

    /// The TCP port, or `nil` if the endpoint has none.
    public var port: UInt16? {
        guard rawValue.hasPrefix("tcp://"), let colon = rawValue.lastIndex(of: ":") else {
            return nil
        }
        return UInt16(rawValue[rawValue.index(after: colon)...])
    }

    /// The host, or `nil` if the endpoint has none.
    var host: String? {
        guard rawValue.hasPrefix("tcp://"), let colon = rawValue.lastIndex(of: ":") else {
            return nil
        }
        return String(rawValue[..<colon].dropFirst("tcp://".count))
    }

    /// Indicates whether the host is an IPv6 address, for which sockets need an option.
    var isIPv6: Bool { rawValue.hasPrefix("tcp://[") }
}
