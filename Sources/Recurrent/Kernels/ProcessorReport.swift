internal import Glibc

/// A report of the code that computes large sizes on this machine, and its share of the processor's
/// peak performance.
///
/// The measurement takes some hundredths of a second, on one thread.
public struct ProcessorReport: Sendable, Hashable {
    /// The instructions in use.
    public let instructions: InstructionSet

    /// The widest instructions of the processor.
    public let widest: InstructionSet

    /// The rate of independent fused multiply-adds in 10⁹ operations per second, or `nil` if there
    /// are no kernels for this processor.
    public let peak: Double?

    /// The rate of a large product Aᵀ B, in 10⁹ operations per second.
    public let product: Double

    /// The product's share of the peak, or `nil` if the peak is not known.
    public var share: Double? { peak.map { product / $0 } }

    /// Measures this machine.
    ///
    /// - Parameters:
    ///   - type: the number type.
    ///   - instructions: the instructions to measure, or `nil` for those in use.
    public init<Scalar: RealScalar>(
        measuring type: Scalar.Type, with instructions: InstructionSet? = nil
    ) {
        widest = .ofProcessor
        self.instructions = min(instructions ?? .inUse, widest)
        let kernels = Kernels<Scalar>.fast(self.instructions)
        peak = kernels.peakOperations.map { operations in
            let rounds = 1 << 20
            return Self.rate(of: Double(rounds * operations)) { kernels.runPeak(rounds) }
        }
        product = Self.productRate(kernels)
    }

    /// Returns the rate of a matrix product, in 10⁹ operations per second.
    private static func productRate<Scalar: RealScalar>(_ kernels: Kernels<Scalar>) -> Double {
        let size = 384
        let factors = ScalarBuffer<Scalar>(uninitialized: 2 * size * size)
        for index in 0..<factors.count { factors.start[index] = Scalar(index % 7) }
        let result = ScalarBuffer<Scalar>(zeros: size * size)
        return rate(of: 2 * Double(size * size * size)) {
            kernels.largeProduct(
                rows: size, columns: size, inner: size, transposingA: true, factors.start,
                aStep: size, factors.start + size * size, bStep: size, addingTo: result.start,
                cStep: size)
        }
    }

    /// Returns the best rate of several runs, in 10⁹ operations per second.
    private static func rate(of operations: Double, _ run: () -> Void) -> Double {
        run()
        let times = (0..<5).map { _ in
            let start = processorTime()
            run()
            return processorTime() - start
        }
        return operations / max(times.min() ?? 1, 1e-9) / 1e9
    }

    /// Returns the processor time of this thread, in seconds.
    private static func processorTime() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}

extension ProcessorReport: CustomStringConvertible {
    /// The report as one line.
    public var description: String {
        let rates = peak.map { "\(product.shortened) of \($0.shortened)" } ?? product.shortened
        let part = share.map { " (\(Int(($0 * 100).rounded())) %)" } ?? ""
        let less = instructions < widest ? ", although the processor has \(widest)" : ""
        return "\(instructions)\(less): \(rates) GFLOP/s\(part)"
    }
}
