/// A random number generator whose numbers depend only on a seed, so that a failure can be repeated.
///
/// - Source: SplitMix64 of G. L. Steele, D. Lea and C. H. Flood, 2014.
public struct SeededGenerator: RandomNumberGenerator, Sendable {
    /// The state of the generator.
    private var state: UInt64

    /// Creates a generator.
    ///
    /// Neighboring seeds start at unrelated positions of the sequence.
    public init(seed: UInt64) {
        state = seed
        state = next()
    }

    /// Returns the next number.
    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var bits = state
        bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
        return bits ^ (bits >> 31)
    }
}
