internal import JupyterProtocol

/// What is known of a cell that is to be run.
struct CellProgress: Sendable {
    /// What to tell of it.
    var report: CellReport

    /// When the kernel began to see to its request.
    var start: RunMachine.Instant?

    /// The number of its run.
    var executionCount: Int?

    /// The kernel's answer.
    var reply: ExecuteReply?

    /// Whether the kernel has said that nothing more will come.
    var isIdle = false

    /// Whether the cell has failed, however it ends.
    var isCondemned = false

    /// How many times the kernel has dropped the cell.
    var drops = 0

    /// Whether the cell waits to be handed over again, because the kernel has dropped it.
    var isDropped = false

    /// Begins with what to tell.
    init(_ report: CellReport) {
        self.report = report
    }

    /// Whether those who watch have been told that it began.
    var isAnnounced = false

    /// Whether the cell is known to run.
    var isRunning: Bool { report.status == .running }

    /// Whether the cell runs, or the kernel does something else about its request.
    var isBusy: Bool { isRunning || report.status == .pending && start != nil && !isIdle }

    /// Whether it is certain how the cell ended.
    var isOver: Bool { report.status != .running && report.status != .pending }

    /// Whether both messages have arrived that end a cell.
    var isComplete: Bool { reply != nil && isIdle }
}
