internal import CVectorKernels

/// The vector instructions that large sizes are computed with.
public enum InstructionSet: Int32, Sendable, Hashable, Comparable, CaseIterable {
    /// What every processor of the kind has; large products are then the library's.
    case baseline = 0
    /// AVX2 with fused multiplication and addition, 32 bytes at a time.
    case avx2 = 1
    /// AVX-512 with its operations on bytes, words and shorter vectors, 64 bytes at a time.
    case avx512 = 2

    /// The widest that this processor has, by its features: whatever its name, known or not.
    public static var ofProcessor: InstructionSet {
        InstructionSet(rawValue: vector_level_of_processor()) ?? .baseline
    }

    /// The widest that is used: the processor's, or less where the environment variable
    /// `UNROLL_VECTOR_LEVEL` says `baseline`, `avx2` or `avx512` when it is first asked for.
    public static var inUse: InstructionSet {
        InstructionSet(rawValue: vector_level()) ?? .baseline
    }

    /// Whether the first is narrower than the second.
    public static func < (left: InstructionSet, right: InstructionSet) -> Bool {
        left.rawValue < right.rawValue
    }
}
