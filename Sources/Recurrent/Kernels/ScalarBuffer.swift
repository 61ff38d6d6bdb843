/// Numbers at a fixed address, for kernels; what a pass records lives in these.
///
/// A class, so that a record can be shared by the values that read it without being copied.
final class ScalarBuffer<Scalar: RealScalar>: @unchecked Sendable {
    // Unchecked: written only before the value that holds it leaves the function that made it;
    // while several threads write, each has rows of its own.

    /// Where the numbers are.
    let start: UnsafeMutablePointer<Scalar>

    /// How many numbers there are.
    let count: Int

    /// The memory that holds them.
    private let block: MemoryBlock

    /// Takes some of the memory of a block.
    private init(_ count: Int, at offset: Int, of block: MemoryBlock) {
        self.count = count
        self.block = block
        start = (block.start + offset).bindMemory(to: Scalar.self, capacity: max(count, 1))
    }

    /// Makes room for numbers that are written before they are read.
    convenience init(uninitialized count: Int) {
        let block = MemoryBlock(size: count * MemoryLayout<Scalar>.size)
        self.init(count, at: 0, of: block)
    }

    /// Makes a buffer of zeros.
    convenience init(zeros count: Int) {
        self.init(uninitialized: count)
        start.update(repeating: 0, count: count)
    }

    /// Makes room for several buffers at once, each at a multiple of 64 bytes.
    static func sharing(_ counts: [Int]) -> [ScalarBuffer] {
        let sizes = counts.map { ($0 * MemoryLayout<Scalar>.size + 63) / 64 * 64 }
        let block = MemoryBlock(size: sizes.reduce(0, +))
        var offset = 0
        return zip(counts, sizes).map { count, size in
            defer { offset += size }
            return ScalarBuffer(count, at: offset, of: block)
        }
    }

    /// Returns some of the numbers as an array.
    func array(from offset: Int, count: Int) -> [Scalar] {
        Array(UnsafeBufferPointer(start: start + offset, count: count))
    }
}
