internal import JSON

/// The fields of a connection or registration file; errors name the invalid field.
struct ConnectionFields {
    /// All fields.
    let object: JSONObject

    /// Parses a text, which must be a JSON object.
    init(parsing bytes: [UInt8]) throws(JupyterProtocolError) {
        let value: JSONValue
        do {
            value = try JSONValue(parsing: bytes)
        } catch {
            throw .malformedConnection(problem: "it is \(error)")
        }
        guard case .object(let object) = value else {
            throw .malformedConnection(problem: "it should be an object, but is \(value.kind)")
        }
        self.object = object
    }

    /// Returns a required string.
    func string(_ key: String) throws(JupyterProtocolError) -> String {
        guard let string = try optionalString(key) else {
            throw .malformedConnection(problem: "it has no \(key)")
        }
        return string
    }

    /// Returns an optional string.
    func optionalString(_ key: String) throws(JupyterProtocolError) -> String? {
        guard let value = object[key], !value.isNull else { return nil }
        guard let string = value.string else {
            throw .malformedConnection(
                problem: "\(key) should be a string, but is \(value.kind)")
        }
        return string
    }

    /// Returns a port, written as a number or as a string.
    func port(_ key: String) throws(JupyterProtocolError) -> UInt16 {
        guard let value = object[key] else {
            throw .malformedConnection(problem: "it has no \(key)")
        }
        guard let port = UInt16(value.string ?? value.text()) else {
            throw .malformedConnection(
                problem: "\(key) should be a port from 0 to 65535, but is \(value)")
        }
        return port
    }

    /// Returns the transport.
    func transport() throws(JupyterProtocolError) -> Transport {
        let name = try string("transport")
        guard let transport = Transport(rawValue: name) else {
            throw .malformedConnection(
                problem: "transport should be tcp, ipc or inproc, but is \(name)")
        }
        return transport
    }

    /// Returns the signature scheme.
    func signatureScheme() throws(JupyterProtocolError) -> SignatureScheme {
        guard let name = try optionalString("signature_scheme") else { return .hmacSHA256 }
        return try SignatureScheme(named: name)
    }

    /// Returns the encryption keys, or `nil` if there are none; both are required together.
    func curveKeys() throws(JupyterProtocolError) -> CurveKeys? {
        let names = (publicKey: "curve_publickey", secretKey: "curve_secretkey")
        let publicKey = try optionalString(names.publicKey)
        let secretKey = try optionalString(names.secretKey)
        switch (publicKey, secretKey) {
        case (nil, nil):
            return nil
        case (let publicKey?, let secretKey?):
            for (name, key) in [(names.publicKey, publicKey), (names.secretKey, secretKey)]
            where key.utf8.count != CurveKeys.length {
                throw .malformedConnection(
                    problem: "\(name) should have \(CurveKeys.length) characters, "
                        + "but has \(key.utf8.count)")
            }
            return CurveKeys(publicKey: publicKey, secretKey: secretKey)
        case (let publicKey, _):
            let missing = publicKey == nil ? names.publicKey : names.secretKey
            let present = publicKey == nil ? names.secretKey : names.publicKey
            throw .malformedConnection(problem: "it has \(present), but no \(missing)")
        }
    }
}

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

/// The keys with which a kernel encrypts its connections, each as 40 characters of Z85.
///
/// - Source: jupyter_client, docs/security.rst, since version 8.9.
public struct CurveKeys: Sendable, Hashable {
    /// The key that clients know.
    public var publicKey: String

    /// The key that only the kernel and its launcher know.
    public var secretKey: String

    /// Creates a pair from two keys that belong together.
    public init(publicKey: String, secretKey: String) {
        self.publicKey = publicKey
        self.secretKey = secretKey
    }

    /// The number of characters of a key.
    static let length = 40
}
