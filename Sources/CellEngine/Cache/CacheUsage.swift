/// The hits and misses of the cache.
public struct CacheUsage: Sendable, Hashable {
    /// The number of modules found in the cache.
    public var hits: Int

    /// The number of modules that had to be compiled.
    public var misses: Int

    /// Creates a pair of numbers.
    public init(hits: Int = 0, misses: Int = 0) {
        self.hits = hits
        self.misses = misses
    }
}
