internal import JSON

/// Where a new kernel tells its launcher which ports it has picked.
///
/// It takes the place of a connection file, whose ports the launcher has to pick before it knows
/// that they will still be free.
///
/// - Source: JEP 66; jupyter_client, docs/kernels.rst, version 5.6 of the protocol.
public struct RegistrationFile: Sendable, Hashable {
    /// What identifies the kernel to its launcher.
    public var kernelID: String

    /// How messages travel, also those of the kernel's channels.
    public var transport: Transport

    /// The address of the launcher, which is the kernel's as well.
    public var ip: String

    /// The port of the launcher.
    public var port: UInt16

    /// The key that messages are signed with.
    public var key: String

    /// How messages are signed.
    public var signatureScheme: SignatureScheme

    /// Makes a registration.
    public init(
        kernelID: String, transport: Transport = .tcp, ip: String = "127.0.0.1", port: UInt16,
        key: String, signatureScheme: SignatureScheme = .hmacSHA256
    ) {
        self.kernelID = kernelID
        self.transport = transport
        self.ip = ip
        self.port = port
        self.key = key
        self.signatureScheme = signatureScheme
    }

    /// Reads a registration.
    ///
    /// - Throws: `JupyterProtocolError`, which names the field.
    public init(parsing bytes: [UInt8]) throws(JupyterProtocolError) {
        let fields = try ConnectionFields(parsing: bytes)
        kernelID = try fields.string("kernel_id")
        transport = try fields.transport()
        ip = try fields.string("registration_ip")
        port = try fields.port("registration_port")
        key = try fields.string("key")
        signatureScheme = try fields.signatureScheme()
    }

    /// Where the launcher waits, as libzmq writes it.
    public var endpoint: String { transport.endpoint(ip: ip, port: port) }

    /// The kernel's connection, with ports still to be picked.
    public var connection: ConnectionFile {
        ConnectionFile(transport: transport, ip: ip, key: key, signatureScheme: signatureScheme)
    }
}
