internal import Files

/// A notebook on disk, which is only ever replaced by a whole one.
public struct NotebookFile: Sendable, Hashable {
    /// Where the notebook stands.
    public let path: String

    /// Names a file, whether it exists or not.
    public init(path: String) {
        self.path = path
    }

    /// Reads the notebook.
    ///
    /// - Throws: `NotebookError` with the path, where the file cannot be read or is not a notebook.
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

    /// Reads what the file holds, notebook or not.
    ///
    /// - Throws: `NotebookError` with the path, where the file cannot be read.
    public func bytes() throws(NotebookError) -> [UInt8] {
        do {
            return try WholeFile.read(path)
        } catch {
            throw NotebookError(.read, path: path, cause: .system(error.cause.number))
        }
    }

    /// Saves a notebook in place of what stands there, or leaves the file alone if it is the same.
    ///
    /// Whatever happens meanwhile, the file holds either the old notebook or the new one. Its
    /// permissions stay; where the path is a symbolic link, the file behind it is replaced.
    ///
    /// - Returns: the fingerprint of what the file holds now.
    /// - Throws: `NotebookError` with the path, where the folder or the disk refuses.
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

    /// The fingerprint of what the file holds now; nothing, where it cannot be read.
    public var fingerprint: FileFingerprint? {
        (try? WholeFile.read(path)).map(FileFingerprint.init(of:))
    }
}
