public import JupyterProtocol

/// The report of a cell in a run.
public struct CellReport: Sendable, Hashable {
    /// The index of the cell in the notebook.
    public let cell: Int

    /// The position of the cell among those to run, starting at one.
    public let ordinal: Int

    /// The number of cells to run.
    public let total: Int

    /// The first line of the cell.
    public let title: String

    /// The status of the cell.
    public var status: CellStatus

    /// The duration of the cell.
    public var duration: Duration

    /// The error of the cell, or `nil` if it did not fail.
    public var error: ErrorContent?

    /// Indicates whether output of the cell was omitted because it exceeded the limit.
    public var isCut = false

    /// Creates a report.
    public init(
        cell: Int, ordinal: Int, total: Int, title: String, status: CellStatus,
        duration: Duration, error: ErrorContent? = nil
    ) {
        self.cell = cell
        self.ordinal = ordinal
        self.total = total
        self.title = title
        self.status = status
        self.duration = duration
        self.error = error
    }
}
