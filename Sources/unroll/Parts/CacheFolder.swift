internal import Glibc

/// The user's folder for what can be made anew.
enum CacheFolder {
    /// The folder's path.
    ///
    /// - Source: XDG Base Directory Specification, `XDG_CACHE_HOME`.
    static var path: String {
        let chosen = getenv("XDG_CACHE_HOME").map { String(cString: $0) } ?? ""
        if chosen.hasPrefix("/") { return chosen + "/unroll" }
        let home = getenv("HOME").map { String(cString: $0) } ?? "/tmp"
        return home + "/.cache/unroll"
    }
}
