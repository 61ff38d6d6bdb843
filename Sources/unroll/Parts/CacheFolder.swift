internal import CellEngine
internal import Glibc

/// The user's folder for cached data.
enum CacheFolder {
    /// The path of the folder.
    ///
    /// - Source: XDG Base Directory Specification, `XDG_CACHE_HOME`.
    static var path: String {
        let chosen = getenv("XDG_CACHE_HOME").map { String(cString: $0) } ?? ""
        if chosen.hasPrefix("/") { return chosen + "/unroll" }
        guard let home else { return "/tmp/unroll-cache-\(geteuid())" }
        return home + "/.cache/unroll"
    }

    /// The user's home folder, from the environment or the system's user database.
    private static var home: String? {
        let chosen = getenv("HOME").map { String(cString: $0) } ?? ""
        if chosen.hasPrefix("/") { return chosen }
        guard let folder = getpwuid(geteuid())?.pointee.pw_dir else { return nil }
        return String(cString: folder)
    }

    /// The folder of the cache for Clang modules.
    static var modules: String { "\(path)/modules" }

    /// The folder in which packages for cells are built.
    static var packages: String { "\(path)/packages" }

    /// The cache of compiled cells, or `nil` if the environment disables it.
    static var cells: CacheStore? {
        let isOff = getenv("UNROLL_CACHE").map { String(cString: $0) } == "off"
        return isOff ? nil : CacheStore(path: "\(path)/cells")
    }
}
