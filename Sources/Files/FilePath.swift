internal import Glibc

/// Questions about paths and about what is found at them.
public enum FilePath {
    /// Returns the last part of a path.
    public static func name(of path: String) -> String {
        path.split(separator: "/").last.map(String.init) ?? path
    }

    /// Returns the folder in which a file stands; `.` for a path of one part.
    public static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// Returns whether there is something at a path.
    public static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

    /// Returns whether there is a folder at a path, or a link to one.
    public static func isFolder(_ path: String) -> Bool { kind(of: path) == S_IFDIR }

    /// Returns whether there is a file at a path that this process may execute.
    public static func isExecutable(_ path: String) -> Bool {
        kind(of: path) == S_IFREG && access(path, X_OK) == 0
    }

    /// Returns whether there is something at a path that is neither file nor folder, such as a pipe.
    static func isSpecial(_ path: String) -> Bool {
        kind(of: path).map { $0 != S_IFREG && $0 != S_IFDIR } ?? false
    }

    /// Returns the path behind all symbolic links, or `nil` if nothing is there.
    public static func resolvingLinks(_ path: String) -> String? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(cString: resolved)
    }

    /// Returns the kind of what is at a path, behind links, as in `st_mode`.
    private static func kind(of path: String) -> mode_t? {
        var status = stat()
        return stat(path, &status) == 0 ? status.st_mode & S_IFMT : nil
    }
}
