internal import CellEngine
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

    /// Where compiled cells are kept; nothing, where the environment says that they are not.
    static var cells: CacheStore? {
        let isOff = getenv("UNROLL_CACHE").map { String(cString: $0) } == "off"
        return isOff ? nil : CacheStore(path: "\(path)/cells")
    }
}
