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

    /// Makes a setting; without arguments, the size decides and every core may help.
    public init(path: Path = .automatic, threads: Int? = nil) {
        self.path = path
        self.threads = threads
    }

    /// The most multiplications in one step that are computed by plain loops.
    ///
    /// It depends on nothing but sizes, so that the same network takes the same path on every
    /// processor.
    public static let plainLimit = 1 << 19
}
