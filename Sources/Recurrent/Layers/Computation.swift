/// The settings for computing the products of a network.
public struct Computation: Hashable, Sendable {
    /// The kernels.
    public enum Path: Sendable, Hashable {
        /// Plain loops for small sizes, the processor's widest instructions for large ones.
        case automatic
        /// Plain loops, whose results are identical bits on every x86-64 processor.
        case plain
        /// The widest instructions of this processor for every size.
        case fast
    }

    /// The kernels.
    public var path: Path

    /// The maximum number of threads, or `nil` for the number of cores that the process may use.
    ///
    /// Threads are only used for large sizes; they start for one call and end before it returns.
    /// Results are identical bits for the same number of threads.
    public var threads: Int?

    /// The widest instructions to use, or `nil` for `InstructionSet.inUse`; the results of plain loops
    /// do not depend on them.
    public var instructions: InstructionSet?

    /// Creates settings; by default, the size determines the kernels, and all cores may be used.
    public init(
        path: Path = .automatic, threads: Int? = nil, instructions: InstructionSet? = nil
    ) {
        self.path = path
        self.threads = threads
        self.instructions = instructions
    }

    /// The maximum number of multiplications per step that are computed by plain loops.
    ///
    /// It depends only on sizes, so that the same network uses the same kernels on every processor.
    public static let plainLimit = 1 << 19
}

extension Computation {
    /// Returns the kernels for a layer.
    ///
    /// - Parameter stepWork: the number of multiplications of one step, B·G·H·(D + H).
    func kernels<Scalar: RealScalar>(
        stepWork: Int, for type: Scalar.Type = Scalar.self
    ) -> Kernels<Scalar> {
        switch path {
        case .plain: plain()
        case .fast: fast()
        case .automatic: stepWork <= Self.plainLimit ? plain() : fast()
        }
    }

    /// The kernels for small sizes.
    private func plain<Scalar: RealScalar>() -> Kernels<Scalar> {
        .plain(instructions ?? .inUse)
    }

    /// The kernels for large sizes.
    func fast<Scalar: RealScalar>() -> Kernels<Scalar> { .fast(instructions ?? .inUse) }

    /// Returns the maximum number of multiplications of a product over some steps that is computed
    /// by plain loops.
    func productLimit(steps: Int) -> Int {
        switch path {
        case .plain: .max
        case .fast: 0
        case .automatic: steps * Self.plainLimit
        }
    }

    /// Throws if the number of threads is less than 1, or the processor lacks the instructions.
    func check() throws(RecurrentError) {
        if let instructions, instructions > .ofProcessor {
            throw .invalidValue(
                name: "the instruction set", value: "\(instructions)",
                needed: "at most \(InstructionSet.ofProcessor), the widest of this processor")
        }
        guard let threads, threads < 1 else { return }
        throw .invalidValue(
            name: "the number of threads", value: "\(threads)", needed: "at least 1")
    }

    /// Returns the number of threads of a layer's pass: one, unless it takes a millisecond or more.
    ///
    /// - Parameters:
    ///   - work: the number of multiplications of the whole pass.
    ///   - rows: B, which is divided among the threads.
    func threadCount(work: Int, rows: Int, isPlain: Bool) -> Int {
        guard !isPlain, work >= 1 << 25 else { return 1 }
        return max(1, min(threads ?? ThreadTeam.coreCount, rows / 4))
    }
}
