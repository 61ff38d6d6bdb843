internal import Glibc

/// A folder that is private to this user and is removed with its contents when it is released.
public final class TemporaryFolder: Sendable {
    /// The folder's path.
    public let path: String

    /// Creates a folder, by default in the system's folder for temporary files.
    ///
    /// - Throws: `FileError` with the parent folder.
    public init(prefix: String, in parent: String? = nil) throws(FileError) {
        let parent = parent ?? getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        var template = Array("\(parent)/\(prefix)XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else {
            throw FileError("make a folder in", parent)
        }
        path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    /// Creates a subfolder.
    public func makeFolder(_ name: String) throws(FileError) -> String {
        let inner = "\(path)/\(name)"
        if mkdir(inner, 0o700) != 0, errno != EEXIST {
            throw FileError("make the folder", inner)
        }
        return inner
    }

    /// Removes the folder and its contents.
    public func remove() { Self.remove(path) }

    /// Removes a folder or file with its contents, including files created meanwhile.
    ///
    /// - Returns: whether the path is gone.
    @discardableResult
    public static func remove(_ path: String) -> Bool {
        while let hasRemoved = removeContents(of: path) {
            if rmdir(path) == 0 { return true }
            // Files were created meanwhile; if nothing could be removed, trying again would not
            // help.
            guard errno == ENOTEMPTY, hasRemoved else { return false }
        }
        return unlink(path) == 0
    }

    /// Removes the contents of a folder.
    ///
    /// - Returns: whether something was removed; `nil` if the path is not a folder.
    private static func removeContents(of path: String) -> Bool? {
        guard let folder = opendir(path) else { return nil }
        defer { closedir(folder) }
        var hasRemoved = false
        while let entry = readdir(folder) {
            let name = FolderListing.name(of: entry)
            if name == "." || name == ".." { continue }
            let inner = "\(path)/\(name)"
            // A symbolic link to a folder is removed like a file; its target stays.
            let isGone = entry.pointee.d_type == DT_DIR ? remove(inner) : unlink(inner) == 0
            hasRemoved = hasRemoved || isGone
        }
        return hasRemoved
    }

    deinit { remove() }
}
