internal import Glibc

/// Reading and writing of whole files.
public enum WholeFile {
    /// Reads a file.
    ///
    /// Files without a size, such as those in `/proc`, are read to their end.
    ///
    /// - Parameter limit: the number of bytes after which reading stops.
    /// - Throws: `FileError` with the path and the system's reason.
    public static func read(_ path: String, limit: Int = .max) throws(FileError) -> [UInt8] {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw FileError("read", path) }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0 else { throw FileError("read", path) }
        // One byte more than the size detects the end without another call.
        let expected = min(max(Int(status.st_size) + 1, 1 << 12), limit)
        var bytes: [UInt8] = []
        while bytes.count < limit {
            let room = min(
                bytes.isEmpty ? expected : max(bytes.count, 1 << 14), limit - bytes.count)
            let piece = try piece(upTo: room, of: file, path)
            guard !piece.isEmpty else { break }
            if bytes.isEmpty { bytes = piece } else { bytes += piece }
        }
        return bytes
    }

    /// Reads a file as UTF-8 and replaces invalid bytes by replacement characters.
    ///
    /// - Throws: `FileError` with the path and the system's reason.
    public static func readText(_ path: String, limit: Int = .max) throws(FileError) -> String {
        String(decoding: try read(path, limit: limit), as: UTF8.self)
    }

    /// Overwrites a file in place; readers may meanwhile see a part of it.
    ///
    /// - Parameter permissions: the permissions of a new file, before the process's umask is
    ///   applied.
    /// - Throws: `FileError` with the path and the system's reason.
    public static func write(
        _ bytes: some Collection<UInt8>, to path: String, permissions: UInt32 = 0o666
    ) throws(FileError) {
        try write(bytes, to: path, flags: O_TRUNC, permissions: permissions)
    }

    /// Appends bytes to a file, which is created if it does not exist.
    ///
    /// - Throws: `FileError` with the path and the system's reason.
    public static func append(
        _ bytes: some Collection<UInt8>, to path: String, permissions: UInt32 = 0o666
    ) throws(FileError) {
        try write(bytes, to: path, flags: O_APPEND, permissions: permissions)
    }

    /// Replaces a file atomically: readers see either the old or the whole new file.
    ///
    /// The bytes are written to a temporary file beside it, which is then renamed. If the path is a
    /// symbolic link, its target is replaced. If it leads to something other than a file or folder,
    /// such as a terminal, the bytes are written there.
    ///
    /// - Parameters:
    ///   - permissions: the permissions of a new file, before the process's umask is applied.
    ///   - keepsPermissions: whether an existing file keeps its permissions and its owner.
    ///   - isDurable: whether file and folder are on the disk before the function returns; not
    ///     necessary for caches whose files are checked when they are read.
    /// - Throws: `FileError` with the path and the system's reason; the old file is left untouched.
    public static func replace(
        _ path: String, with bytes: some Collection<UInt8>, permissions: UInt32 = 0o666,
        keepsPermissions: Bool = true, isDurable: Bool = true
    ) throws(FileError) {
        let target = FilePath.resolvingLinks(path) ?? path
        // Pipes and terminals cannot be replaced.
        guard !FilePath.isSpecial(target) else {
            return try write(bytes, to: target, permissions: permissions)
        }
        let folder = FilePath.folder(of: target)
        let draft =
            "\(folder)/.\(FilePath.name(of: target)).\(getpid())-"
            + "\(UInt32.random(in: .min ... .max)).unfinished"
        do throws(FileError) {
            try write(bytes, to: draft, flags: O_EXCL, permissions: permissions) { file in
                (!keepsPermissions || keepPermissions(of: target, for: file))
                    && (!isDurable || fsync(file) == 0)
            }
            guard rename(draft, target) == 0 else { throw FileError("write", path) }
        } catch {
            unlink(draft)
            throw FileError(error.operation, path, cause: error.cause)
        }
        if isDurable { synchronize(folder: folder) }
    }

    // MARK: Descriptors

    /// Reads a piece of a file, which is empty at the end of the file.
    private static func piece(
        upTo count: Int, of file: Int32, _ path: String
    ) throws(FileError) -> [UInt8] {
        while true {
            var result = 0
            let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
                result = Glibc.read(file, buffer.baseAddress, count)
                filled = max(result, 0)
            }
            if result >= 0 { return bytes }
            guard errno == EINTR else { throw FileError("read", path) }
        }
    }

    /// Opens or creates a file and writes bytes.
    ///
    /// - Parameter finish: a last operation on the descriptor; returns whether it succeeded.
    private static func write(
        _ bytes: some Collection<UInt8>, to path: String, flags: Int32, permissions: UInt32,
        finish: (Int32) -> Bool = { _ in true }
    ) throws(FileError) {
        let file = open(path, O_WRONLY | O_CREAT | O_CLOEXEC | flags, permissions)
        guard file >= 0 else { throw FileError("write", path) }
        let isWritten =
            bytes.withContiguousStorageIfAvailable { write(UnsafeRawBufferPointer($0), to: file) }
            ?? Array(bytes).withUnsafeBytes { write($0, to: file) }
        guard isWritten, finish(file) else {
            let error = FileError("write", path)
            close(file)
            throw error
        }
        // Some file systems report a full disk only when the file is closed.
        guard close(file) == 0 || errno == EINTR else { throw FileError("write", path) }
    }

    /// Writes all bytes; returns whether that succeeded.
    private static func write(_ bytes: UnsafeRawBufferPointer, to file: Int32) -> Bool {
        var start = 0
        while start < bytes.count {
            let count = Glibc.write(
                file, bytes.baseAddress?.advanced(by: start), bytes.count - start)
            if count < 0, errno != EINTR { return false }
            start += max(count, 0)
        }
        return true
    }

    /// Copies the permissions and, if this process may, the owner of another file to a new one.
    private static func keepPermissions(of path: String, for file: Int32) -> Bool {
        var status = stat()
        guard stat(path, &status) == 0 else { return true }
        _ = fchown(file, status.st_uid, status.st_gid)
        return fchmod(file, status.st_mode & 0o7777) == 0
    }

    /// Synchronizes a folder after a rename; not every file system supports this.
    private static func synchronize(folder: String) {
        let directory = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard directory >= 0 else { return }
        fsync(directory)
        close(directory)
    }
}
