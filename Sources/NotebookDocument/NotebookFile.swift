internal import Files

/// A notebook file, which is always replaced atomically.
public struct NotebookFile: Sendable, Hashable {
    /// The path of the file.
    public let path: String

    /// Creates a reference to a file, which need not exist.
    public init(path: String) {
        self.path = path
    }

    /// Reads the notebook.
    ///
    /// - Throws: `NotebookError` with the path if the file cannot be read or is not a notebook.
    public func read() throws(NotebookError) -> NotebookReading {
        let bytes = try bytes()
        do {
            var reading = try Notebook.reading(bytes)
            reading.fingerprint = FileFingerprint(of: bytes)
            return reading
        } catch {
            throw error.about(path: path)
        }
    }

    /// Reads the contents of the file without parsing them.
    ///
    /// - Throws: `NotebookError` with the path if the file cannot be read.
    public func bytes() throws(NotebookError) -> [UInt8] {
        do {
            return try WholeFile.read(path)
        } catch {
            throw NotebookError(.read, path: path, cause: .system(error.cause.number))
        }
    }

    /// Saves a notebook, or leaves the file unchanged if its contents are the same.
    ///
    /// At any time, the file contains either the old or the new notebook. Its permissions are kept;
    /// if the path is a symbolic link, its target is replaced.
    ///
    /// - Returns: the fingerprint of the new contents.
    /// - Throws: `NotebookError` with the path if the file cannot be written.
    @discardableResult
    public func save(_ notebook: Notebook) throws(NotebookError) -> FileFingerprint {
        let bytes = notebook.bytes
        if let present = try? WholeFile.read(path), present == bytes {
            return FileFingerprint(of: bytes)
        }
        return try replace(with: bytes)
    }

    /// Replaces the contents of the file.
    ///
    /// - Parameters:
    ///   - bytes: a notebook as it is stored.
    ///   - isDurable: whether the contents are on the disk before the function returns; not
    ///     necessary for results that are about to be replaced.
    /// - Returns: the fingerprint of the new contents.
    /// - Throws: `NotebookError` with the path if the file cannot be written.
    @discardableResult
    public func replace(
        with bytes: [UInt8], isDurable: Bool = true
    ) throws(NotebookError) -> FileFingerprint {
        do {
            try WholeFile.replace(path, with: bytes, isDurable: isDurable)
        } catch {
            throw NotebookError(.save, path: path, cause: .system(error.cause.number))
        }
        return FileFingerprint(of: bytes)
    }

    /// The fingerprint of the file's current contents, or `nil` if it cannot be read.
    public var fingerprint: FileFingerprint? {
        (try? WholeFile.read(path)).map(FileFingerprint.init(of:))
    }
}
