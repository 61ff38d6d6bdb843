/// A place in a notebook at which a new run put out something else than the one before.
public struct OutputMismatch: Sendable, Hashable, CustomStringConvertible {
    /// The cell, counted from zero among all cells of the notebook.
    public let cell: Int

    /// The cell's id, where it has one.
    public let cellID: String?

    /// Where among the cell's outputs, such as `output 2 (text/plain)`.
    public let place: String

    /// What differs there.
    public let difference: Difference

    /// Makes a mismatch.
    public init(cell: Int, cellID: String?, place: String, difference: Difference) {
        self.cell = cell
        self.cellID = cellID
        self.place = place
        self.difference = difference
    }

    /// A line with the place and the difference.
    public var description: String {
        "cell \(cell + 1), \(place): \(difference)"
    }
}
