internal import Glibc
internal import Processes

/// Small files, whole.
enum FileSystem {
    /// Whether there is something at a path.
    static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

    /// Whether there is a folder at a path, also by way of a link.
    static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    /// Returns where a symbolic link leads; nothing, where there is none.
    static func target(ofLink path: String) -> String? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(cString: resolved)
    }

    /// Returns the bytes of a file; nothing, where it cannot be read.
    static func read(_ path: String) -> [UInt8]? {
        let number = open(path, O_RDONLY | O_CLOEXEC)
        guard number >= 0 else { return nil }
        let file = Descriptor(owning: number)
        var status = stat()
        guard fstat(number, &status) == 0 else { return nil }
        // Files in `/proc` have no size; one byte more than it tells finds the end at once.
        let step = max(Int(status.st_size) + 1, 1 << 14)
        var bytes: [UInt8] = []
        while let piece = try? file.read(upTo: step), !piece.isEmpty {
            if bytes.isEmpty { bytes = piece } else { bytes += piece }
        }
        return bytes
    }

    /// Returns the text of a file; nothing, where it cannot be read.
    static func readText(_ path: String) -> String? {
        read(path).map { String(decoding: $0, as: UTF8.self) }
    }

    /// Writes a file that only this user can read.
    ///
    /// - Throws: `ProcessError`, which names the file.
    static func write(_ bytes: some Sequence<UInt8>, to path: String) throws(ProcessError) {
        let number = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard number >= 0 else { throw ProcessError("create \(path)", errno: errno) }
        try Descriptor(owning: number).write(Array(bytes))
    }

    /// Writes a file beside the place that it is for, and renames it when it is complete, so that
    /// whoever finds it finds all of it.
    ///
    /// - Throws: `ProcessError`, which names the file.
    static func replace(_ path: String, with bytes: some Sequence<UInt8>) throws(ProcessError) {
        let unfinished = "\(path).\(getpid())-\(UInt32.random(in: .min ... .max)).unfinished"
        do throws(ProcessError) {
            try write(bytes, to: unfinished)
            guard rename(unfinished, path) == 0 else {
                throw ProcessError("rename \(unfinished)", errno: errno)
            }
        } catch {
            unlink(unfinished)
            throw error
        }
    }
}
