internal import Glibc
internal import JupyterProtocol

/// A connection file that a kernel has written, and removes at its end.
struct StoredConnection: Sendable {
    /// The path of the file.
    let path: String

    /// Writes a connection file.
    ///
    /// - Throws: `JupyterProtocolError.unwritableFile` if it cannot be written.
    init(_ connection: ConnectionFile, at path: String) throws {
        try connection.write(to: path)
        self.path = path
    }

    /// Removes the file.
    func remove() {
        unlink(path)
    }
}

extension Kernel {
    /// Writes the connection file to the path where clients look for it, unless it exists already.
    func storeConnection(_ connection: ConnectionFile) throws -> StoredConnection? {
        guard let startupPath else { return nil }
        switch startup {
        case .connection(let given):
            guard given != connection else { return nil }
            return try StoredConnection(connection, at: startupPath)
        case .registration(let registration):
            let folder = startupPath.split(
                separator: "/", omittingEmptySubsequences: false
            ).dropLast().joined(separator: "/")
            let name = "kernel-\(registration.kernelID).json"
            let path = folder.isEmpty ? name : "\(folder)/\(name)"
            return try StoredConnection(connection, at: path)
        }
    }
}
