/// Where sockets meet, such as `tcp://127.0.0.1:5555`.
public struct Endpoint: Sendable, Hashable, RawRepresentable, ExpressibleByStringLiteral,
    CustomStringConvertible
{
    /// The endpoint as libzmq writes it.
    public let rawValue: String

    /// Takes an endpoint as libzmq writes it.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Takes an endpoint as libzmq writes it.
    public init(stringLiteral value: String) { rawValue = value }

    /// The endpoint as libzmq writes it.
    public var description: String { rawValue }

    /// Names a TCP port of a host; port 0 lets the operating system pick one when it is bound.
    public static func tcp(_ host: String, port: UInt16 = 0) -> Endpoint {
        Endpoint(rawValue: "tcp://\(host):\(port)")
    }

    /// Names a socket file of this machine.
    public static func ipc(_ path: String) -> Endpoint {
        Endpoint(rawValue: "ipc://\(path)")
    }

    /// Names a meeting point inside one context.
    public static func inproc(_ name: String) -> Endpoint {
        Endpoint(rawValue: "inproc://\(name)")
    }

    /// The TCP port, where the endpoint has one.
    public var port: UInt16? {
        guard rawValue.hasPrefix("tcp://"), let colon = rawValue.lastIndex(of: ":") else {
            return nil
        }
        return UInt16(rawValue[rawValue.index(after: colon)...])
    }

    /// The host, where the endpoint has one.
    var host: String? {
        guard rawValue.hasPrefix("tcp://"), let colon = rawValue.lastIndex(of: ":") else {
            return nil
        }
        return String(rawValue[..<colon].dropFirst("tcp://".count))
    }

    /// Whether the host is written as a version 6 address, which sockets have to be told.
    var isIPv6: Bool { rawValue.hasPrefix("tcp://[") }
}
