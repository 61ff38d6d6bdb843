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

    /// Makes room for numbers that are written before they are read.
    init(uninitialized count: Int) {
        self.count = count
        start = .allocate(capacity: max(count, 1))
    }

    /// Makes a buffer of zeros.
    convenience init(zeros count: Int) {
        self.init(uninitialized: count)
        start.update(repeating: 0, count: count)
    }

    /// Makes a buffer of the numbers of an array.
    convenience init(_ numbers: [Scalar]) {
        self.init(uninitialized: numbers.count)
        numbers.withUnsafeBufferPointer { source in
            guard let base = source.baseAddress else { return }
            start.update(from: base, count: source.count)
        }
    }

    deinit { start.deallocate() }

    /// Returns some of the numbers as an array.
    func array(from offset: Int, count: Int) -> [Scalar] {
        Array(UnsafeBufferPointer(start: start + offset, count: count))
    }
}
