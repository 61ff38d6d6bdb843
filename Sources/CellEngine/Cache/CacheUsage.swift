/// How often a cell did not have to be compiled.
public struct CacheUsage: Sendable, Hashable {
    /// How many modules the cache had.
    public var hits: Int

    /// How many had to be compiled.
    public var misses: Int

    /// Makes numbers.
    public init(hits: Int = 0, misses: Int = 0) {
        self.hits = hits
        self.misses = misses
    }
}
