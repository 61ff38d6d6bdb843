public import NotebookDocument

/// The result of a run.
public struct NotebookRun: Sendable {
    /// The notebook with the outputs of the cells that ran; all other cells have none.
    public let notebook: Notebook

    /// The reports of the cells that were to be run, in order.
    public let reports: [CellReport]

    /// The ending of the run.
    public let ending: RunEnding

    /// The duration of the run.
    public let duration: Duration

    /// The cells that were skipped on request.
    public let skipped: Set<Int>

    /// The indices of the cells that ran to an end.
    public var completedCells: [Int] {
        reports.filter { $0.status == .passed || $0.status == .raised }.map(\.cell)
    }
}
