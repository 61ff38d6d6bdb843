internal import Files
internal import Glibc

/// Folders and files, made whole before they take the place of others.
enum FileTree {
    /// Makes a folder, with those on the way to it.
    static func makeFolder(_ path: String) throws(CommandFailure) {
        do {
            try Folder.make(path)
        } catch {
            throw CommandFailure("\(error)", code: ExitStatus.badInput)
        }
    }

    /// Copies a file with its permissions.
    static func copy(_ source: String, to target: String) throws(CommandFailure) {
        var status = stat()
        do throws(FileError) {
            let bytes = try WholeFile.read(source)
            guard stat(source, &status) == 0 else { throw FileError("read", source) }
            try WholeFile.replace(
                target, with: bytes, permissions: status.st_mode & 0o777, isDurable: false)
        } catch {
            throw CommandFailure(
                "could not copy \(source) to \(target): \(error)", code: ExitStatus.badInput)
        }
    }

    /// Writes a file.
    static func write(_ text: String, to target: String) throws(CommandFailure) {
        do {
            try WholeFile.replace(target, with: Array(text.utf8))
        } catch {
            throw CommandFailure("\(error)", code: ExitStatus.badInput)
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
        return CommandFailure(
            "could not \(operation): \(ErrorNumber.last)", code: ExitStatus.badInput)
    }
}
