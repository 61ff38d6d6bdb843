internal import Glibc

/// The creation of folders.
public enum Folder {
    /// Creates a folder and its missing parents.
    ///
    /// - Parameter permissions: the permissions of new folders, before the process's umask is
    ///   applied.
    /// - Throws: `FileError` with the folder that could not be created.
    public static func make(_ path: String, permissions: UInt32 = 0o777) throws(FileError) {
        var made = path.hasPrefix("/") ? "" : "."
        for part in path.split(separator: "/") {
            made += "/\(part)"
            guard mkdir(made, permissions) != 0, errno != EEXIST else { continue }
            throw FileError("make the folder", made)
        }
    }
}
