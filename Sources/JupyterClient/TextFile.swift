internal import Glibc
internal import Processes

/// Small files, read and written whole.
enum TextFile {
    /// Returns the bytes of a file, or nothing where it cannot be read.
    static func read(_ path: String) -> [UInt8]? {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return nil }
        defer { close(file) }
        var bytes: [UInt8] = []
        while true {
            var count = 0
            let piece = [UInt8](unsafeUninitializedCapacity: 1 << 14) { buffer, filled in
                count = Glibc.read(file, buffer.baseAddress, buffer.count)
                filled = max(count, 0)
            }
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else { return nil }
            guard count > 0 else { return bytes }
            bytes += piece
        }
    }

    /// Writes a new file that only its owner can read; returns the error number, or nothing.
    static func writePrivately(_ bytes: [UInt8], to path: String) -> Int32? {
        let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard file >= 0 else { return errno }
        defer { close(file) }
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else { return errno }
            rest = rest.dropFirst(count)
        }
        return nil
    }

    /// Returns the names in a folder, sorted and without hidden ones, or none where it cannot be read.
    static func names(in folder: String) -> [String] {
        FolderListing.names(in: folder).filter { !$0.hasPrefix(".") }.sorted()
    }

    /// Whether there is a file or a folder.
    static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

    /// Whether a file can be executed.
    static func isExecutable(_ path: String) -> Bool {
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return false }
        return access(path, X_OK) == 0
    }
}
