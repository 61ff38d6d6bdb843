internal import Files
internal import JSON

extension ConnectionFile {
    /// Reads the file at a path.
    ///
    /// - Throws: `JupyterProtocolError`, which names the path.
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

    /// Writes the file at a path, which only its owner can read afterwards.
    ///
    /// Nobody ever finds half of it there: it is written beside its place and then moved.
    ///
    /// - Throws: `JupyterProtocolError.unwritableFile`, which names the path.
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
