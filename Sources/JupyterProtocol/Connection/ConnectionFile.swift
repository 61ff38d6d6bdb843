public import JSON

/// Where a kernel and its clients meet, and with which key they sign.
///
/// - Source: jupyter_client, docs/kernels.rst, "Connection files"; JEP 106.
public struct ConnectionFile: Sendable, Hashable {
    /// How messages travel.
    public var transport: Transport

    /// The address that the kernel binds; over socket files, the beginning of their paths.
    public var ip: String

    /// The ports of the channels.
    public var ports: KernelPorts

    /// The key that messages are signed with; empty where they are not.
    public var key: String

    /// How messages are signed.
    public var signatureScheme: SignatureScheme

    /// The name of the kernel's specification.
    public var kernelName: String?

    /// The keys that connections are encrypted with, where they are.
    public var curveKeys: CurveKeys?

    /// Whatever else the file has, such as the name of the notebook.
    public var others: JSONObject

    /// Makes a connection; by default one over the loopback, with ports still to be picked and a
    /// key that nobody can guess.
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

    /// Reads a connection.
    ///
    /// Everything has to be there but the scheme, the name and what is for encryption. A missing
    /// key is no empty key: it would turn off the checking of signatures unasked.
    ///
    /// - Throws: `JupyterProtocolError`, which names the field.
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

    /// The connection as a file has it.
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

    /// The endpoint of a channel, as libzmq writes it.
    public func endpoint(of channel: KernelChannel) -> String {
        transport.endpoint(ip: ip, port: ports[channel])
    }

    /// How messages on this connection are signed.
    public var signer: Signer { Signer(key: key, scheme: signatureScheme) }
}
