/// A difference between a new run's output and the stored one, with its location.
public struct OutputMismatch: Sendable, Hashable, CustomStringConvertible {
    /// The index of the cell in the notebook, starting at zero.
    public let cell: Int

    /// The ID of the cell, or `nil` if it has none.
    public let cellID: String?

    /// The location among the cell's outputs, such as `output 2 (text/plain)`.
    public let place: String

    /// The difference.
    public let difference: Difference

    /// The images that differ, or `nil` for other outputs.
    public let pictures: Pictures?

    /// An expected image and the one that was found, as outputs contain them.
    public struct Pictures: Sendable, Hashable {
        /// The media type of both.
        public let type: String

        /// The expected image.
        public let expected: String

        /// The image that was found.
        public let found: String
    }

    /// Creates a mismatch.
    public init(
        cell: Int, cellID: String?, place: String, difference: Difference,
        pictures: Pictures? = nil
    ) {
        self.cell = cell
        self.cellID = cellID
        self.place = place
        self.difference = difference
        self.pictures = pictures
    }

    /// A line with the location and the difference.
    public var description: String {
        "cell \(cell + 1), \(place): \(difference)"
    }
}
