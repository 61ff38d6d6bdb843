/// The number of rows and columns of a matrix.
public struct Shape: Hashable, Sendable, CustomStringConvertible {
    /// The number of rows.
    public let rows: Int
    /// The number of columns.
    public let columns: Int

    /// Creates a shape.
    public init(_ rows: Int, _ columns: Int) {
        self.rows = rows
        self.columns = columns
    }

    /// The number of elements, or the largest integer if it overflows.
    public var count: Int {
        let (product, overflows) = rows.multipliedReportingOverflow(by: columns)
        return overflows ? .max : product
    }

    /// The shape in the form `[2, 3]`.
    public var description: String { "[\(rows), \(columns)]" }
}
