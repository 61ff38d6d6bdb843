internal import Glibc

/// A folder that only this user can look into, and that goes with its contents.
public final class TemporaryFolder: Sendable {
    /// The folder's path.
    public let path: String

    /// Makes a folder in the system's place for temporary files.
    ///
    /// - Throws: `ProcessError`, which names the place.
    public init(prefix: String) throws(ProcessError) {
        let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        var template = Array("\(parent)/\(prefix)XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else {
            throw ProcessError("make a folder in \(parent)", errno: errno)
        }
        path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    /// Makes a folder in this one.
    public func makeFolder(_ name: String) throws(ProcessError) -> String {
        let inner = "\(path)/\(name)"
        if mkdir(inner, 0o700) != 0, errno != EEXIST {
            throw ProcessError("make the folder \(inner)", errno: errno)
        }
        return inner
    }

    /// Removes the folder and what lies in it.
    public func remove() { Self.remove(path) }

    /// Removes a folder or file, and what lies in it.
    public static func remove(_ path: String) {
        guard let folder = opendir(path) else {
            unlink(path)
            return
        }
        while let entry = readdir(folder) {
            let name = FolderListing.name(of: entry)
            if name == "." || name == ".." { continue }
            let inner = "\(path)/\(name)"
            // A link to a folder is a file here: what it leads to stays.
            if entry.pointee.d_type == DT_DIR { remove(inner) } else { unlink(inner) }
        }
        closedir(folder)
        rmdir(path)
    }

    deinit { remove() }
}
