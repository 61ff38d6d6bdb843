internal import Files
internal import Glibc

/// Functions on folders and files, which are completed before they replace others.
enum FileTree {
    /// Creates a folder with its parent folders.
    static func makeFolder(_ path: String) throws(CommandFailure) {
        do {
            try Folder.make(path)
        } catch {
            throw CommandFailure("\(error)", code: ExitStatus.badInput)
        }
    }

    /// Creates the folder of a file with its parent folders.
    static func makeFolder(of file: String) throws(CommandFailure) {
        try makeFolder(FilePath.folder(of: file))
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
        try write(Array(text.utf8), to: target)
    }

    /// Writes a file.
    static func write(_ bytes: [UInt8], to target: String) throws(CommandFailure) {
        do {
            try WholeFile.replace(target, with: bytes)
        } catch {
            throw CommandFailure("\(error)", code: ExitStatus.badInput)
        }
    }

    /// Replaces a folder by another one.
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

    /// Creates a symbolic link, which may replace another link but nothing else.
    ///
    /// - Returns: whether the link was created; false if a file or folder is in the way.
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

    /// Returns the target of a symbolic link, or `nil` if there is none.
    static func target(ofLink path: String) -> String? {
        var buffer = [CChar](repeating: 0, count: 4096)
        let count = readlink(path, &buffer, buffer.count)
        guard count > 0 else { return nil }
        return String(
            decoding: buffer.prefix(count).map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    /// Returns an error with the cause of the last failed system call.
    private static func failure(_ operation: String) -> CommandFailure {
        return CommandFailure(
            "could not \(operation): \(ErrorNumber.last)", code: ExitStatus.badInput)
    }
}
