internal import JupyterProtocol

/// What is known of a cell that is to be run.
struct CellProgress: Sendable {
    /// What to tell of it.
    var report: CellReport

    /// When it began.
    var start: RunMachine.Instant?

    /// The number of its run.
    var executionCount: Int?

    /// The kernel's answer.
    var reply: ExecuteReply?

    /// Whether the kernel has said that nothing more will come.
    var isIdle = false

    /// Whether the cell was handed over a second time, because the kernel had dropped it.
    var isRepeated = false

    /// Begins with what to tell.
    init(_ report: CellReport) {
        self.report = report
    }

    /// Whether the cell runs.
    var isRunning: Bool { report.status == .running }

    /// Whether both messages have arrived that end a cell.
    var isComplete: Bool { reply != nil && isIdle }
}
