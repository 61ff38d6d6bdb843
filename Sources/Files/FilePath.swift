internal import Glibc

/// Operations on paths and queries about the files at them.
public enum FilePath {
    /// Returns the last component of a path.
    public static func name(of path: String) -> String {
        path.split(separator: "/").last.map(String.init) ?? path
    }

    /// Returns the folder that contains a path, or `.` for a path of one component.
    public static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// Returns whether something exists at a path.
    public static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

    /// Returns whether a path leads to a folder, possibly through a symbolic link.
    public static func isFolder(_ path: String) -> Bool { kind(of: path) == S_IFDIR }

    /// Returns whether a path leads to a regular file that this process may execute.
    public static func isExecutable(_ path: String) -> Bool {
        kind(of: path) == S_IFREG && access(path, X_OK) == 0
    }

    /// Returns whether a path leads to something other than a file or folder, such as a pipe.
    static func isSpecial(_ path: String) -> Bool {
        kind(of: path).map { $0 != S_IFREG && $0 != S_IFDIR } ?? false
    }

    /// Returns the path with all symbolic links resolved, or `nil` if nothing exists there.
    public static func resolvingLinks(_ path: String) -> String? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(cString: resolved)
    }

    /// Returns the file type at a path as in `st_mode`, following links, or `nil` if nothing exists
    /// there.
    private static func kind(of path: String) -> mode_t? {
        var status = stat()
        return stat(path, &status) == 0 ? status.st_mode & S_IFMT : nil
    }
}
