internal import Glibc

/// Questions about files.
enum FileSystem {
    /// Whether there is something at a path.
    static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }
}
