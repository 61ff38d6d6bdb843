/// How a notebook is run.
public struct RunOptions: Sendable, Hashable {
    /// How long each cell may take; for ever, where this is nil.
    public var cellLimit: Duration?

    /// How long all cells together may take; for ever, where this is nil.
    public var totalLimit: Duration?

    /// Whether the run goes on after a cell that fails.
    public var allowsErrors = false

    /// Whether all cells are handed to the kernel at once, as a notebook's Run All does, so that it
    /// can prepare them; otherwise each when the one before is over.
    public var handsOverAtOnce = true

    /// How many bytes of each cell's output are kept; without limit, where this is nil.
    public var outputLimit: Int? = 10_000_000

    /// How long a cell may take to end after it was interrupted, before the kernel is asked to end.
    public var grace = Duration.seconds(5)

    /// How long a kernel may take to end after it was asked to, before it is killed.
    public var lastGrace = Duration.seconds(1)

    /// Makes options with which every cell may take as long as it wants.
    public init() {}
}
