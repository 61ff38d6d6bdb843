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
        guard let home else { return "/tmp/unroll-cache-\(geteuid())" }
        return home + "/.cache/unroll"
    }

    /// The user's own folder: as the environment says, or as the system's table of users does.
    private static var home: String? {
        let chosen = getenv("HOME").map { String(cString: $0) } ?? ""
        if chosen.hasPrefix("/") { return chosen }
        guard let folder = getpwuid(geteuid())?.pointee.pw_dir else { return nil }
        return String(cString: folder)
    }

    /// Where the compiler keeps what it makes of the system's headers.
    static var modules: String { "\(path)/modules" }

    /// Where compiled cells are kept; nothing, where the environment says that they are not.
    static var cells: CacheStore? {
        let isOff = getenv("UNROLL_CACHE").map { String(cString: $0) } == "off"
        return isOff ? nil : CacheStore(path: "\(path)/cells")
    }
}
