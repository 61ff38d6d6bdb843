internal import CVectorKernels

/// The vector instructions for large sizes.
public enum InstructionSet: Int32, Sendable, Hashable, Comparable, CaseIterable {
    /// The instructions of every processor of the architecture; large products use OpenBLAS.
    case baseline = 0
    /// AVX2 with fused multiply-add, 32 bytes at a time.
    case avx2 = 1
    /// AVX-512 with its operations on bytes, words and shorter vectors, 64 bytes at a time.
    case avx512 = 2

    /// The widest instructions of this processor, detected by its features rather than by its name.
    public static var ofProcessor: InstructionSet {
        InstructionSet(rawValue: vector_level_of_processor()) ?? .baseline
    }

    /// The instructions in use: the processor's widest, or fewer if the environment variable
    /// `UNROLL_VECTOR_LEVEL` is `baseline`, `avx2` or `avx512` at the first access.
    public static var inUse: InstructionSet {
        InstructionSet(rawValue: vector_level()) ?? .baseline
    }

    /// Returns whether the first is narrower than the second.
    public static func < (left: InstructionSet, right: InstructionSet) -> Bool {
        left.rawValue < right.rawValue
    }
}
