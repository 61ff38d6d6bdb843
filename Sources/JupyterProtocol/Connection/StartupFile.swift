internal import Files
internal import JSON

/// The file that a launcher hands to a kernel: one of two kinds.
public enum StartupFile: Sendable, Hashable {
    /// The ports are picked, and everything is known.
    case connection(ConnectionFile)
    /// The kernel picks its ports and tells its launcher.
    case registration(RegistrationFile)

    /// Reads the file at a path; where there is none, makes a connection with ports to be picked.
    ///
    /// - Throws: `JupyterProtocolError`, which names the path.
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

    /// The kernel's connection; its ports may still have to be picked.
    public var connection: ConnectionFile {
        switch self {
        case .connection(let connection): connection
        case .registration(let registration): registration.connection
        }
    }
}
