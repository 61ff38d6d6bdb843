/// xoshiro256**, the generator of all random numbers in the toolkit; the same seed yields the same
/// numbers on every machine.
///
/// - Source: Blackman and Vigna 2021, Scrambled linear pseudorandom number generators; its state is
///   initialized by SplitMix64, as its authors recommend.
public struct Xoshiro256: RandomNumberGenerator, Hashable, Sendable {
    /// The four words of state.
    private var a: UInt64, b: UInt64, c: UInt64, d: UInt64

    /// Creates a generator; all seeds are equally good.
    public init(seed: UInt64) {
        var seeds = SplitMix64(seed: seed)
        a = seeds.next()
        b = seeds.next()
        c = seeds.next()
        d = seeds.next()
    }

    /// Creates a generator from its whole state.
    ///
    /// - Throws: `RecurrentError.invalidValue` for four zeros, a state that it would never leave.
    public init(
        state: (UInt64, UInt64, UInt64, UInt64)
    ) throws(RecurrentError) {
        guard state.0 | state.1 | state.2 | state.3 != 0 else {
            throw .invalidValue(
                name: "the state of the generator", value: "all zeros",
                needed: "something else in at least one word")
        }
        (a, b, c, d) = state
    }

    /// The four words of state, from which `init(state:)` creates an equal generator.
    package var words: [UInt64] { [a, b, c, d] }

    /// Returns the next number.
    public mutating func next() -> UInt64 {
        let product = b &* 5
        let result = ((product << 7) | (product >> 57)) &* 9
        let shifted = b << 17
        c ^= a
        d ^= b
        b ^= c
        a ^= d
        c ^= shifted
        d = (d << 45) | (d >> 19)
        return result
    }
}

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
