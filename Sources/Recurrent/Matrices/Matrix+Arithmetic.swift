/// The element-wise product.
infix operator .* : MultiplicationPrecedence

extension Matrix {
    /// Returns the sum of two matrices of the same shape.
    ///
    /// - Throws: `RecurrentError.shapeMismatch` with both shapes.
    public static func + (left: Matrix, right: Matrix) throws(RecurrentError) -> Matrix {
        try left.combined(with: right, as: "a sum of matrices") { $0 + $1 }
    }

    /// Returns the difference of two matrices of the same shape.
    ///
    /// - Throws: `RecurrentError.shapeMismatch` with both shapes.
    public static func - (left: Matrix, right: Matrix) throws(RecurrentError) -> Matrix {
        try left.combined(with: right, as: "a difference of matrices") { $0 - $1 }
    }

    /// Returns the element-wise product of two matrices of the same shape, the Hadamard product.
    ///
    /// - Throws: `RecurrentError.shapeMismatch` with both shapes.
    public static func .* (left: Matrix, right: Matrix) throws(RecurrentError) -> Matrix {
        try left.combined(with: right, as: "a product element by element") { $0 * $1 }
    }

    /// Returns the matrix product.
    ///
    /// - Throws: `RecurrentError.shapeMismatch` with both shapes if the columns of the left matrix
    ///   are not as many as the rows of the right one.
    @_disfavoredOverload
    public static func * (left: Matrix, right: Matrix) throws(RecurrentError) -> Matrix {
        guard left.columns == right.rows else {
            throw .shapeMismatch(
                operation: "a matrix product",
                needed: "\(left.shape) times [\(left.columns), n]",
                given: "\(left.shape) times \(right.shape)")
        }
        return left.times(right)
    }

    /// Returns the matrix with every element multiplied by a number.
    public static func * (factor: Scalar, matrix: Matrix) -> Matrix {
        matrix.map { factor * $0 }
    }

    /// Returns the matrix with every element multiplied by a number.
    public static func * (matrix: Matrix, factor: Scalar) -> Matrix {
        matrix.map { $0 * factor }
    }

    /// Returns the matrix with every element divided by a number.
    public static func / (matrix: Matrix, divisor: Scalar) -> Matrix {
        matrix.map { $0 / divisor }
    }

    /// Returns the matrix with the sign of every element changed.
    public static prefix func - (matrix: Matrix) -> Matrix {
        matrix.map { -$0 }
    }

    /// The transposed matrix.
    public var transposed: Matrix {
        var result = Matrix.zeros(Shape(columns, rows))
        for row in 0..<rows {
            for column in 0..<columns {
                result.elements[column * rows + row] = elements[row * columns + column]
            }
        }
        return result
    }

    /// Returns the matrix with a function applied to every element.
    public func map(_ transform: (Scalar) throws -> Scalar) rethrows -> Matrix {
        Matrix(shape, unchecked: try elements.map(transform))
    }

    /// The element of a matrix that has only one.
    ///
    /// - Throws: `RecurrentError.shapeMismatch` if it has none or several.
    public var value: Scalar {
        get throws(RecurrentError) {
            guard elements.count == 1 else {
                throw .shapeMismatch(
                    operation: "the value of a matrix", needed: "[1, 1]", given: "\(shape)")
            }
            return elements[0]
        }
    }

    /// Returns a row as a matrix of shape `[1, columns]`.
    ///
    /// - Precondition: the row exists, as with an array's subscript.
    public func row(_ index: Int) -> Matrix {
        .row(Array(elements[index * columns..<(index + 1) * columns]))
    }

    /// Returns a column as a matrix of shape `[rows, 1]`.
    ///
    /// - Precondition: the column exists, as with an array's subscript.
    public func column(_ index: Int) -> Matrix {
        .column((0..<rows).map { self[$0, index] })
    }

    /// Combines two matrices of the same shape, element by element.
    private func combined(
        with other: Matrix, as operation: String, by combine: (Scalar, Scalar) -> Scalar
    ) throws(RecurrentError) -> Matrix {
        guard shape == other.shape else {
            throw .shapeMismatch(
                operation: operation, needed: "\(shape) on both sides",
                given: "\(shape) and \(other.shape)")
        }
        var result = self
        for index in result.elements.indices {
            result.elements[index] = combine(elements[index], other.elements[index])
        }
        return result
    }
}
