internal import Files
internal import JSON

extension ConnectionFile {
    /// Reads the file at a path.
    ///
    /// - Throws: `JupyterProtocolError` with the path.
    public init(readingFrom path: String) throws(JupyterProtocolError) {
        let bytes = try Self.bytes(of: path)
        do {
            self = try ConnectionFile(parsing: bytes)
        } catch .malformedConnection(let problem) {
            throw .unreadableFile(path: path, problem: problem)
        } catch {
            throw error
        }
    }

    /// Writes the file to a path, readable only by its owner.
    ///
    /// The file is replaced atomically: it is written beside its path and then renamed.
    ///
    /// - Throws: `JupyterProtocolError.unwritableFile` with the path.
    public func write(to path: String) throws(JupyterProtocolError) {
        do {
            try WholeFile.replace(
                path, with: JSONValue.object(json).bytes(style: .notebook) + [0x0A],
                permissions: 0o600, keepsPermissions: false)
        } catch {
            throw .unwritableFile(path: path, problem: error.cause.description)
        }
    }

    /// Reads the bytes of a file.
    static func bytes(of path: String) throws(JupyterProtocolError) -> [UInt8] {
        do {
            return try WholeFile.read(path)
        } catch {
            throw .unreadableFile(path: path, problem: error.cause.description)
        }
    }
}
