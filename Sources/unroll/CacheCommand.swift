internal import ArgumentParser
internal import CellEngine

/// `unroll cache`: shows the size of the cache of compiled cells, or removes it.
struct CacheCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cache",
        abstract: "Show or clear the cache of compiled cells.",
        discussion: """
            Cells that were compiled once are kept for later sessions, and the least recently used \
            leave first; what the compiler makes of the system's headers is kept beside them. Set \
            UNROLL_CACHE=off, or start the kernel with --no-cache, to compile \
            every time.
            """)

    /// Indicates whether to remove the cache.
    @Flag(help: "Remove all cached cells.")
    var clear = false

    func run() {
        let store = CacheStore(path: CacheFolder.path + "/cells")
        if clear {
            store.clear()
            CacheStore(path: CacheFolder.modules).clear()
        }
        let (contents, usage) = (store.contents, store.usage)
        let limit = EngineConfiguration.defaultCellCacheLimit
        print("folder  \(store.path)")
        print("size    \(Self.megabytes(contents.size)) of \(Self.megabytes(limit)) MB")
        print("files   \(contents.count)")
        print("hits    \(usage.hits) of \(usage.hits + usage.misses) modules\(Self.share(usage))")
        if CacheFolder.cells == nil { print("UNROLL_CACHE is off: cells are compiled every time") }
    }

    /// Returns a number of bytes in megabytes, with one decimal.
    private static func megabytes(_ bytes: Int) -> String {
        let tenths = (bytes * 10 + (1 << 19)) >> 20
        return "\(tenths / 10).\(tenths % 10)"
    }

    /// Returns the share of hits, in words.
    private static func share(_ usage: CacheUsage) -> String {
        let all = usage.hits + usage.misses
        return all == 0 ? "" : " (\(usage.hits * 100 / all) %)"
    }
}
