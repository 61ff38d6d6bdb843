extension Matrix {
    /// The orthogonal factor Q of the QR decomposition, shape `[rows, columns]` with rows ≥
    /// columns.
    ///
    /// Signs are chosen so that R has a positive diagonal, which makes Q of a normally distributed
    /// matrix uniformly distributed over all orthogonal ones.
    /// - Throws: `RecurrentError` if there are more columns than rows, or the columns are linearly
    ///   dependent.
    /// - Source: Mezzadri 2007, arXiv:math-ph/0609050; Gram-Schmidt, each column twice.
    public var orthogonalFactor: Matrix {
        get throws(RecurrentError) {
            guard rows >= columns else {
                throw .shapeMismatch(
                    operation: "an orthogonal factor", needed: "no more columns than rows",
                    given: "\(shape)")
            }
            var basis: [[Double]] = []
            for column in 0..<columns {
                var vector = (0..<rows).map { Double(self[$0, column]) }
                let length = euclideanNorm(of: vector)
                for _ in 0..<2 { subtractProjections(of: &vector, on: basis) }
                let rest = euclideanNorm(of: vector)
                guard rest > 1e-13 * length, rest.isFinite else {
                    throw .invalidValue(
                        name: "column \(column) of the matrix", value: "a sum of earlier columns",
                        needed: "independent of them")
                }
                basis.append(vector.map { $0 / rest })
            }
            var result = Matrix.zeros(shape)
            for (column, vector) in basis.enumerated() {
                for (row, element) in vector.enumerated() { result[row, column] = Scalar(element) }
            }
            return result
        }
    }
}

/// Subtracts the projections of a vector on the vectors of an orthonormal basis.
private func subtractProjections(of vector: inout [Double], on basis: [[Double]]) {
    for axis in basis {
        var common = 0.0
        for (index, element) in axis.enumerated() { common += element * vector[index] }
        for (index, element) in axis.enumerated() { vector[index] -= common * element }
    }
}
