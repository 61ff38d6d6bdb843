internal import Glibc

/// Whole files, read and replaced.
enum FileBytes {
    /// The error number with which the system refused.
    struct Refusal: Error {
        /// The number, as in `errno`.
        let code: Int32

        /// Takes the number of the call that has just failed.
        init() { code = errno }
    }

    /// Reads a file whole.
    static func read(_ path: String) throws(Refusal) -> [UInt8] {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw Refusal() }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0 else { throw Refusal() }
        var bytes = [UInt8](repeating: 0, count: max(Int(status.st_size), 0) + 1)
        var count = 0
        while true {
            if count == bytes.count {
                bytes.append(contentsOf: repeatElement(0, count: bytes.count))
            }
            let received = bytes.withUnsafeMutableBytes { buffer in
                Glibc.read(file, buffer.baseAddress?.advanced(by: count), buffer.count - count)
            }
            if received < 0 && errno == EINTR { continue }
            guard received >= 0 else { throw Refusal() }
            guard received > 0 else { break }
            count += received
        }
        bytes.removeLast(bytes.count - count)
        return bytes
    }

    /// Replaces a file: writes beside it, makes sure of the disk, and renames.
    static func replace(_ path: String, with bytes: [UInt8]) throws(Refusal) {
        let target = resolved(path)
        let folder = parent(of: target)
        let name = target.split(separator: "/").last.map(String.init) ?? "notebook"
        let draft = "\(folder)/.\(name).\(getpid())-\(UInt32.random(in: 0 ... .max)).saving"
        let file = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        guard file >= 0 else { throw Refusal() }
        do throws(Refusal) {
            defer { close(file) }
            try keepPermissions(of: target, for: file)
            try write(bytes, to: file)
            guard fsync(file) == 0 else { throw Refusal() }
        } catch {
            unlink(draft)
            throw error
        }
        guard rename(draft, target) == 0 else {
            let refusal = Refusal()
            unlink(draft)
            throw refusal
        }
        synchronize(folder: folder)
    }

    /// Returns the file behind a path's symbolic links, or the path itself where there is none yet.
    private static func resolved(_ path: String) -> String {
        guard let resolved = realpath(path, nil) else { return path }
        defer { free(resolved) }
        return String(cString: resolved)
    }

    /// Returns the folder in which a file stands.
    private static func parent(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// Gives a new file the permissions of the one that it will replace, where there is one.
    private static func keepPermissions(of path: String, for file: Int32) throws(Refusal) {
        var status = stat()
        guard stat(path, &status) == 0 else { return }
        // The owner can be kept only by those who may give files away; the mode matters to everybody.
        _ = fchown(file, status.st_uid, status.st_gid)
        guard fchmod(file, status.st_mode & 0o7777) == 0 else { throw Refusal() }
    }

    /// Writes bytes whole.
    private static func write(_ bytes: [UInt8], to file: Int32) throws(Refusal) {
        var start = 0
        while start < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                Glibc.write(file, buffer.baseAddress?.advanced(by: start), buffer.count - start)
            }
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else { throw Refusal() }
            start += count
        }
    }

    /// Makes sure that a rename in a folder is on the disk; not every file system can.
    private static func synchronize(folder: String) {
        let directory = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard directory >= 0 else { return }
        fsync(directory)
        close(directory)
    }
}
