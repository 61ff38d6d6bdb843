public import NotebookDocument

/// What came out of a run.
public struct NotebookRun: Sendable {
    /// The notebook with the outputs of the cells that ran; those that did not have none.
    public let notebook: Notebook

    /// What became of the cells that were to be run, in order.
    public let reports: [CellReport]

    /// How the run ended.
    public let ending: RunEnding

    /// How long the run took.
    public let duration: Duration

    /// The cells that were left out on request.
    public let skipped: Set<Int>

    /// The positions of the cells that were run to an end.
    public var completedCells: [Int] {
        reports.filter { $0.status == .passed || $0.status == .raised }.map(\.cell)
    }
}
