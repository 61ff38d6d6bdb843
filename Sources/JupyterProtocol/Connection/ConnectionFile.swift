public import JSON

/// The endpoints of a kernel and the key with which its messages are signed.
///
/// - Source: jupyter_client, docs/kernels.rst, "Connection files"; JEP 106.
public struct ConnectionFile: Sendable, Hashable {
    /// The transport of messages.
    public var transport: Transport

    /// The address that the kernel binds; for Unix domain sockets, the prefix of their paths.
    public var ip: String

    /// The ports of the channels.
    public var ports: KernelPorts

    /// The key with which messages are signed; empty if they are not.
    public var key: String

    /// The scheme by which messages are signed.
    public var signatureScheme: SignatureScheme

    /// The name of the kernel's specification.
    public var kernelName: String?

    /// The encryption keys, or `nil` if connections are not encrypted.
    public var curveKeys: CurveKeys?

    /// All other entries of the file, such as the name of the notebook.
    public var others: JSONObject

    /// Creates a connection, by default on the loopback interface, without ports and with a random
    /// key.
    public init(
        transport: Transport = .tcp, ip: String = "127.0.0.1", ports: KernelPorts = KernelPorts(),
        key: String = UniqueIdentifier.random(), signatureScheme: SignatureScheme = .hmacSHA256,
        kernelName: String? = nil, curveKeys: CurveKeys? = nil, others: JSONObject = [:]
    ) {
        self.transport = transport
        self.ip = ip
        self.ports = ports
        self.key = key
        self.signatureScheme = signatureScheme
        self.kernelName = kernelName
        self.curveKeys = curveKeys
        self.others = others
    }

    /// Parses a connection file.
    ///
    /// All fields are required except the signature scheme, the kernel's name and the encryption
    /// keys. A missing key is not treated as an empty one, which would disable the verification of
    /// signatures.
    ///
    /// - Throws: `JupyterProtocolError` with the invalid field.
    public init(parsing bytes: [UInt8]) throws(JupyterProtocolError) {
        let fields = try ConnectionFields(parsing: bytes)
        transport = try fields.transport()
        ip = try fields.string("ip")
        ports = KernelPorts()
        for channel in KernelChannel.allCases {
            ports[channel] = try fields.port(channel.portKey)
        }
        key = try fields.string("key")
        signatureScheme = try fields.signatureScheme()
        kernelName = try fields.optionalString("kernel_name")
        curveKeys = try fields.curveKeys()
        others = [:]
        let known = json.keys
        others = JSONObject(fields.object.filter { !known.contains($0.0) })
    }

    /// The entries of the connection file.
    public var json: JSONObject {
        var object: JSONObject = [:]
        for channel in KernelChannel.allCases {
            object[channel.portKey] = .number(JSONNumber(ports[channel]))
        }
        object["ip"] = .string(ip)
        object["key"] = .string(key)
        object["transport"] = .string(transport.rawValue)
        object["signature_scheme"] = .string(signatureScheme.rawValue)
        if let kernelName { object["kernel_name"] = .string(kernelName) }
        if let curveKeys {
            object["curve_publickey"] = .string(curveKeys.publicKey)
            object["curve_secretkey"] = .string(curveKeys.secretKey)
        }
        for (name, value) in others { object[name] = value }
        return object
    }

    /// Returns the endpoint of a channel in libzmq's notation.
    public func endpoint(of channel: KernelChannel) -> String {
        transport.endpoint(ip: ip, port: ports[channel])
    }

    /// The signer for messages on this connection.
    public var signer: Signer { Signer(key: key, scheme: signatureScheme) }
}
