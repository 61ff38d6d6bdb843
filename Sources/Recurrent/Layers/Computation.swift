/// How the products of a network are computed.
public struct Computation: Hashable, Sendable {
    /// The kernels that compute.
    public enum Path: Sendable, Hashable {
        /// Plain loops for small sizes, the processor's widest instructions for large ones.
        case automatic
        /// Plain loops, whose results are the same bits on every x86-64 processor.
        case plain
        /// The widest instructions of this processor, whatever the size.
        case fast
    }

    /// The kernels that compute.
    public var path: Path

    /// The largest number of threads; nil for as many as the process may use cores.
    ///
    /// Threads start for one call and end before it returns, and only for large sizes. Results
    /// are the same bits for the same number of threads.
    public var threads: Int?

    /// The widest instructions that the fast kernels use; nil for `InstructionSet.inUse`.
    public var instructions: InstructionSet?

    /// Makes a setting; without arguments, the size decides and every core may help.
    public init(
        path: Path = .automatic, threads: Int? = nil, instructions: InstructionSet? = nil
    ) {
        self.path = path
        self.threads = threads
        self.instructions = instructions
    }

    /// The most multiplications in one step that are computed by plain loops.
    ///
    /// It depends on nothing but sizes, so that the same network takes the same path on every
    /// processor.
    public static let plainLimit = 1 << 19
}

extension Computation {
    /// Chooses the kernels for a layer.
    ///
    /// - Parameter stepWork: the multiplications of one step, B·G·H·(D + H).
    func kernels<Scalar: RealScalar>(
        stepWork: Int, for type: Scalar.Type = Scalar.self
    ) -> Kernels<Scalar> {
        switch path {
        case .plain: .plain
        case .fast: fast()
        case .automatic: stepWork <= Self.plainLimit ? .plain : fast()
        }
    }

    /// The kernels for large sizes.
    func fast<Scalar: RealScalar>() -> Kernels<Scalar> { .fast(instructions ?? .inUse) }

    /// The most multiplications of a product over some steps that are computed by plain loops.
    func productLimit(steps: Int) -> Int {
        switch path {
        case .plain: .max
        case .fast: 0
        case .automatic: steps * Self.plainLimit
        }
    }

    /// Throws where the number of threads is under 1, or the processor lacks the instructions.
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

    /// How many threads share a pass of some layer: one, unless it takes a millisecond or more.
    ///
    /// - Parameters:
    ///   - work: the multiplications of the whole pass.
    ///   - rows: B, of which every thread takes some.
    func threadCount(work: Int, rows: Int, isPlain: Bool) -> Int {
        guard !isPlain, work >= 1 << 25 else { return 1 }
        return max(1, min(threads ?? ThreadTeam.coreCount, rows / 4))
    }
}
