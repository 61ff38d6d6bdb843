internal import Glibc

/// Folders that are made.
public enum Folder {
    /// Makes a folder and those that lead to it, where they are missing.
    ///
    /// - Parameter permissions: those of new folders, less what the process's mask takes away.
    /// - Throws: `FileError` with the folder that could not be made.
    public static func make(_ path: String, permissions: UInt32 = 0o777) throws(FileError) {
        var made = path.hasPrefix("/") ? "" : "."
        for part in path.split(separator: "/") {
            made += "/\(part)"
            guard mkdir(made, permissions) != 0, errno != EEXIST else { continue }
            throw FileError("make the folder", made)
        }
    }
}
