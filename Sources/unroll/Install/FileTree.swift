internal import Glibc
internal import Processes

/// Folders and files, made whole before they take the place of others.
enum FileTree {
    /// Makes a folder, with those on the way to it.
    static func makeFolder(_ path: String) throws(CommandFailure) {
        var made = path.hasPrefix("/") ? "" : "."
        for part in path.split(separator: "/") {
            made += "/\(part)"
            guard mkdir(made, 0o777) != 0, errno != EEXIST else { continue }
            throw failure("make the folder \(path)")
        }
    }

    /// Copies a file with its permissions.
    static func copy(_ source: String, to target: String) throws(CommandFailure) {
        let operation = "copy \(source) to \(target)"
        let input = Descriptor(owning: open(source, O_RDONLY | O_CLOEXEC))
        var status = stat()
        guard input.number >= 0, fstat(input.number, &status) == 0 else {
            throw failure(operation)
        }
        let mode = status.st_mode & 0o777
        let output = Descriptor(
            owning: open(target, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode))
        guard output.number >= 0 else { throw failure(operation) }
        do {
            while let piece = try input.read(upTo: 1 << 20), !piece.isEmpty {
                try output.write(piece)
            }
        } catch {
            throw CommandFailure(
                "could not \(operation): \(error)", code: ExitStatus.badInput)
        }
    }

    /// Writes a file.
    static func write(_ text: String, to target: String) throws(CommandFailure) {
        let output = Descriptor(
            owning: open(target, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666))
        guard output.number >= 0 else { throw failure("write \(target)") }
        do {
            try output.write(text.utf8)
        } catch {
            throw CommandFailure("could not write \(target): \(error)", code: ExitStatus.badInput)
        }
    }

    /// Puts a folder in the place of another, which is removed.
    static func replace(_ target: String, with staged: String) throws(CommandFailure) {
        let old = "\(staged)-old"
        TemporaryFolder.remove(old)
        let hasOld = rename(target, old) == 0
        guard rename(staged, target) == 0 else {
            let cause = failure("put \(staged) in the place of \(target)")
            if hasOld { _ = rename(old, target) }
            throw cause
        }
        if hasOld { TemporaryFolder.remove(old) }
    }

    /// Makes a link, in the place of another link, but of nothing else.
    ///
    /// - Returns: whether there was no file or folder in the way.
    static func link(_ path: String, to target: String) throws(CommandFailure) -> Bool {
        var status = stat()
        if lstat(path, &status) == 0, status.st_mode & S_IFMT != S_IFLNK { return false }
        let staged = "\(path)-\(getpid())"
        guard symlink(target, staged) == 0 else { throw failure("make the link \(path)") }
        guard rename(staged, path) == 0 else {
            let cause = failure("make the link \(path)")
            unlink(staged)
            throw cause
        }
        return true
    }

    /// Returns where a link leads, or nothing where there is none.
    static func target(ofLink path: String) -> String? {
        var buffer = [CChar](repeating: 0, count: 4096)
        let count = readlink(path, &buffer, buffer.count)
        guard count > 0 else { return nil }
        return String(
            decoding: buffer.prefix(count).map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    /// A failure with the cause that the last system call left behind.
    private static func failure(_ operation: String) -> CommandFailure {
        let cause = ProcessError.causeOfLastFailure
        return CommandFailure("could not \(operation): \(cause)", code: ExitStatus.badInput)
    }
}
