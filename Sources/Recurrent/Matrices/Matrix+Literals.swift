extension Matrix: ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral,
    ExpressibleByArrayLiteral
{
    /// Creates a matrix of one element: `0.5`.
    public init(floatLiteral value: Double) {
        self.init(Shape(1, 1), unchecked: [Scalar(value)])
    }

    /// Creates a matrix of one element: `1`.
    public init(integerLiteral value: Int) {
        self.init(Shape(1, 1), unchecked: [Scalar(value)])
    }

    /// Creates a matrix from its rows: `[[1, 2], [3, 4]]`.
    ///
    /// - Precondition: the rows have the same length; for rows from data, use `Matrix(_:)`, which
    ///   throws.
    public init(arrayLiteral rows: [Scalar]...) {
        let columns = rows.first?.count ?? 0
        for (index, row) in rows.enumerated() {
            guard row.count == columns else {
                fatalError(
                    "a matrix needs rows of one length: row 0 has \(columns), row \(index) has "
                        + "\(row.count)")
            }
        }
        self.init(Shape(rows.count, columns), unchecked: rows.flatMap { $0 })
    }
}

extension Matrix: CustomStringConvertible {
    /// The number of a matrix of one element, otherwise the rows in brackets.
    public var description: String {
        if shape == Shape(1, 1) { return String(elements[0]) }
        let lines = (0..<rows).map { row in
            "[" + (0..<columns).map { String(self[row, $0]) }.joined(separator: ", ") + "]"
        }
        return "[" + lines.joined(separator: ", ") + "]"
    }
}
