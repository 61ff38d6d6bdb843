internal import Glibc

/// Reads and writes files that fit into memory and are nobody else's business.
enum SmallFile {
    /// Returns the bytes of a file.
    static func read(_ path: String) throws(JupyterProtocolError) -> [UInt8] {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw .unreadableFile(path: path, problem: cause(errno)) }
        defer { close(file) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 4096)
        while true {
            let count = Glibc.read(file, &chunk, chunk.count)
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else { throw .unreadableFile(path: path, problem: cause(errno)) }
            guard count > 0 else { return bytes }
            bytes.append(contentsOf: chunk.prefix(count))
        }
    }

    /// Puts bytes at a path, readable for the owner alone, at once or not at all.
    static func write(_ bytes: [UInt8], to path: String) throws(JupyterProtocolError) {
        let beside = "\(path).\(UniqueIdentifier.random())"
        let file = open(beside, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw .unwritableFile(path: path, problem: cause(errno)) }
        let isWritten = write(bytes, to: file)
        let isClosed = close(file) == 0
        guard isWritten, isClosed, rename(beside, path) == 0 else {
            let problem = cause(errno)
            unlink(beside)
            throw .unwritableFile(path: path, problem: problem)
        }
    }

    /// Writes all bytes; returns whether that was possible.
    private static func write(_ bytes: [UInt8], to file: Int32) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else { return false }
            rest = rest.dropFirst(count)
        }
        return true
    }

    /// The words for an error of the system, such as `no such file or directory (2)`.
    private static func cause(_ code: Int32) -> String {
        let words = strerror(code).map { String(cString: $0) } ?? "unknown error"
        return "\(words.prefix(1).lowercased())\(words.dropFirst()) (\(code))"
    }
}
