internal import JSON

/// The endpoint of a launcher, to which a new kernel announces the ports that it has picked.
///
/// It replaces a connection file, whose ports the launcher has to pick without knowing whether they
/// will still be free.
///
/// - Source: JEP 66; jupyter_client, docs/kernels.rst, version 5.6 of the protocol.
public struct RegistrationFile: Sendable, Hashable {
    /// The identifier of the kernel for its launcher.
    public var kernelID: String

    /// The transport of the registration and of the kernel's channels.
    public var transport: Transport

    /// The address of the launcher and of the kernel.
    public var ip: String

    /// The port of the launcher.
    public var port: UInt16

    /// The key with which messages are signed.
    public var key: String

    /// The scheme by which messages are signed.
    public var signatureScheme: SignatureScheme

    /// Creates a registration.
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

    /// Parses a registration file.
    ///
    /// - Throws: `JupyterProtocolError` with the invalid field.
    public init(parsing bytes: [UInt8]) throws(JupyterProtocolError) {
        let fields = try ConnectionFields(parsing: bytes)
        kernelID = try fields.string("kernel_id")
        transport = try fields.transport()
        ip = try fields.string("registration_ip")
        port = try fields.port("registration_port")
        key = try fields.string("key")
        signatureScheme = try fields.signatureScheme()
    }

    /// The endpoint of the launcher in libzmq's notation.
    public var endpoint: String { transport.endpoint(ip: ip, port: port) }

    /// The kernel's connection, without ports.
    public var connection: ConnectionFile {
        ConnectionFile(transport: transport, ip: ip, key: key, signatureScheme: signatureScheme)
    }
}
