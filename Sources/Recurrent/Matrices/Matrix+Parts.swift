extension Matrix {
    /// Returns the columns of two matrices with the same number of rows, side by side.
    func beside(_ other: Matrix) -> Matrix {
        var joined: [Scalar] = []
        joined.reserveCapacity(elements.count + other.elements.count)
        for row in 0..<rows {
            joined += elements[row * columns..<(row + 1) * columns]
            joined += other.elements[row * other.columns..<(row + 1) * other.columns]
        }
        return Matrix(Shape(rows, columns + other.columns), unchecked: joined)
    }

    /// Returns a range of the rows.
    package func rows(_ range: Range<Int>) -> Matrix {
        Matrix(
            Shape(range.count, columns),
            unchecked: Array(elements[range.lowerBound * columns..<range.upperBound * columns]))
    }

    /// Returns a range of the columns.
    func columns(_ range: Range<Int>) -> Matrix {
        var chosen: [Scalar] = []
        chosen.reserveCapacity(rows * range.count)
        for row in 0..<rows {
            chosen += elements[row * columns + range.lowerBound..<row * columns + range.upperBound]
        }
        return Matrix(Shape(rows, range.count), unchecked: chosen)
    }
}
