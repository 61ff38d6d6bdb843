internal import JupyterProtocol

/// The progress of a cell in a run.
struct CellProgress: Sendable {
    /// The report of the cell.
    var report: CellReport

    /// The time at which the kernel started to serve its request.
    var start: RunMachine.Instant?

    /// The execution count.
    var executionCount: Int?

    /// The kernel's reply.
    var reply: ExecuteReply?

    /// Indicates whether the kernel has sent all outputs.
    var isIdle = false

    /// Indicates whether the cell counts as failed, regardless of its reply.
    var isCondemned = false

    /// The number of times that the kernel has dropped the cell.
    var drops = 0

    /// Indicates whether the cell waits to be sent again, because the kernel has dropped it.
    var isDropped = false

    /// Creates the progress of a cell from its report.
    init(_ report: CellReport) {
        self.report = report
    }

    /// Indicates whether observers have been told that the cell has started.
    var isAnnounced = false

    /// Indicates whether the cell is running.
    var isRunning: Bool { report.status == .running }

    /// Indicates whether the kernel is serving the cell's request.
    var isBusy: Bool { isRunning || report.status == .pending && start != nil && !isIdle }

    /// Indicates whether the outcome of the cell is known.
    var isOver: Bool { report.status != .running && report.status != .pending }

    /// Indicates whether both final messages, the reply and the idle status, have arrived.
    var isComplete: Bool { reply != nil && isIdle }
}
