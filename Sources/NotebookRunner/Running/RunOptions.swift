/// The options of a run.
public struct RunOptions: Sendable, Hashable {
    /// The time limit of each cell, or `nil` for none.
    public var cellLimit: Duration?

    /// The time limit of the whole run, or `nil` for none.
    public var totalLimit: Duration?

    /// Indicates whether the run continues after a failed cell.
    public var allowsErrors = false

    /// Indicates whether all cells are sent to the kernel at once, like a notebook's Run All, so
    /// that it can prepare them; otherwise each is sent after the previous one has ended.
    public var handsOverAtOnce = true

    /// The maximum output of each cell in bytes, or `nil` for no limit.
    public var outputLimit: Int? = 10_000_000

    /// The least time between two saves of the notebook after cells have ended.
    public var saveInterval = Duration.seconds(1)

    /// The time that a cell may take to end after an interrupt, before the kernel gets SIGTERM.
    public var grace = Duration.seconds(5)

    /// The time that a kernel may take to end after SIGTERM, before it is killed.
    public var lastGrace = Duration.seconds(1)

    /// Creates options without time limits.
    public init() {}
}
