/// A small generator of 64-bit numbers, used to seed a larger one.
///
/// - Source: Steele, Lea and Flood 2014, Fast splittable pseudorandom number generators.
public struct SplitMix64: RandomNumberGenerator, Hashable, Sendable {
    /// The counter from which every number is mixed.
    private var state: UInt64

    /// Creates a generator; all seeds are equally good.
    public init(seed: UInt64) {
        state = seed
    }

    /// Returns the next number.
    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
