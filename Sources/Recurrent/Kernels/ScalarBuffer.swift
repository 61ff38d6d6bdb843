/// Numbers at a fixed address for kernels; it stores the records of passes.
///
/// It is a class, so that values can share a record without copying it.
final class ScalarBuffer<Scalar: RealScalar>: @unchecked Sendable {
    // Unchecked: written only before the value that holds it leaves the function that creates it;
    // if several threads write, each has its own rows.

    /// The address of the numbers.
    let start: UnsafeMutablePointer<Scalar>

    /// The number of elements.
    let count: Int

    /// The memory that contains them.
    private let block: MemoryBlock

    /// Creates a buffer in a part of a block.
    private init(_ count: Int, at offset: Int, of block: MemoryBlock) {
        self.count = count
        self.block = block
        start = (block.start + offset).bindMemory(to: Scalar.self, capacity: max(count, 1))
    }

    /// Creates a buffer of numbers that must be written before they are read.
    convenience init(uninitialized count: Int) {
        let block = MemoryBlock(size: count * MemoryLayout<Scalar>.size)
        self.init(count, at: 0, of: block)
    }

    /// Creates a buffer of zeros.
    convenience init(zeros count: Int) {
        self.init(uninitialized: count)
        start.update(repeating: 0, count: count)
    }

    /// Creates several buffers in one block, each aligned to 64 bytes.
    static func sharing(_ counts: [Int]) -> [ScalarBuffer] {
        let sizes = counts.map { ($0 * MemoryLayout<Scalar>.size + 63) / 64 * 64 }
        let block = MemoryBlock(size: sizes.reduce(0, +))
        var offset = 0
        return zip(counts, sizes).map { count, size in
            defer { offset += size }
            return ScalarBuffer(count, at: offset, of: block)
        }
    }

    /// Returns a range of the numbers as an array.
    func array(from offset: Int, count: Int) -> [Scalar] {
        Array(UnsafeBufferPointer(start: start + offset, count: count))
    }
}
