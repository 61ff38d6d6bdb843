public import JupyterProtocol

/// What became of a cell.
public struct CellReport: Sendable, Hashable {
    /// The cell, as a position among all cells of the notebook.
    public let cell: Int

    /// The cell's place among those to be run, counted from one.
    public let ordinal: Int

    /// How many cells are to be run.
    public let total: Int

    /// The cell's first line.
    public let title: String

    /// How far the cell has come.
    public var status: CellStatus

    /// How long the cell ran.
    public var duration: Duration

    /// Why the cell failed, where it did.
    public var error: ErrorContent?

    /// Whether output of the cell is missing, because there was more than is kept.
    public var isCut = false

    /// Makes a report.
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
