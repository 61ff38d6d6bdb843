internal import Files
internal import JSON

/// The file with which a launcher starts a kernel: a connection file or a registration file.
public enum StartupFile: Sendable, Hashable {
    /// A connection file, with all ports.
    case connection(ConnectionFile)
    /// A registration file: the kernel picks its ports and announces them to its launcher.
    case registration(RegistrationFile)

    /// Reads the file at a path; if there is none, creates a connection without ports.
    ///
    /// - Throws: `JupyterProtocolError` with the path.
    public static func read(_ path: String) throws(JupyterProtocolError) -> StartupFile {
        guard FilePath.exists(path) else { return .connection(ConnectionFile()) }
        let bytes = try ConnectionFile.bytes(of: path)
        do {
            let isRegistration =
                try ConnectionFields(parsing: bytes)
                .object["registration_port"] != nil
            return isRegistration
                ? .registration(try RegistrationFile(parsing: bytes))
                : .connection(try ConnectionFile(parsing: bytes))
        } catch .malformedConnection(let problem) {
            throw .unreadableFile(path: path, problem: problem)
        } catch {
            throw error
        }
    }

    /// The kernel's connection, possibly without ports.
    public var connection: ConnectionFile {
        switch self {
        case .connection(let connection): connection
        case .registration(let registration): registration.connection
        }
    }
}
