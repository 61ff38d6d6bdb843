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
        let fingerprint = FileFingerprint(of: bytes)
        if let present = try? WholeFile.read(path), present == bytes { return fingerprint }
        do {
            try WholeFile.replace(path, with: bytes)
        } catch {
            throw NotebookError(.save, path: path, cause: .system(error.cause.number))
        }
        return fingerprint
    }

    /// The fingerprint of the file's current contents, or `nil` if it cannot be read.
    public var fingerprint: FileFingerprint? {
        (try? WholeFile.read(path)).map(FileFingerprint.init(of:))
    }
}
