/// A matrix that many products take as their right factor, kept in the order they read it.
struct RightFactor<Scalar: RealScalar> {
    /// The number of rows: the inner size of the products.
    let inner: Int

    /// The number of columns of the products.
    let columns: Int

    /// The kernels that multiply.
    private let kernels: Kernels<Scalar>

    /// The elements, row by row.
    private let elements: ScalarBuffer<Scalar>

    /// Takes some rows of a matrix.
    init(rows: [Range<Int>], of matrix: Matrix<Scalar>, for kernels: Kernels<Scalar>) {
        self.kernels = kernels
        inner = rows.reduce(0) { $0 + $1.count }
        columns = matrix.columns
        elements = ScalarBuffer(uninitialized: inner * columns)
        var target = elements.start
        for range in rows {
            for index in range.startIndex * columns..<range.endIndex * columns {
                target.pointee = matrix.elements[index]
                target += 1
            }
        }
    }

    /// Takes the transpose of some rows of a matrix.
    @_specialize(where Scalar == Double)
    @_specialize(where Scalar == Float)
    init(transposing rows: [Range<Int>], of matrix: Matrix<Scalar>, for kernels: Kernels<Scalar>) {
        self.kernels = kernels
        inner = matrix.columns
        columns = rows.reduce(0) { $0 + $1.count }
        elements = ScalarBuffer(uninitialized: inner * columns)
        var column = 0
        for row in rows.joined() {
            for k in 0..<inner {
                elements.start[k * columns + column] = matrix.elements[row * inner + k]
            }
            column += 1
        }
    }

    /// Adds A times this matrix to C.
    ///
    /// - Parameters:
    ///   - a: shape `[rows, inner]`, rows `aStep` apart.
    ///   - c: shape `[rows, columns]`, rows `cStep` apart.
    @inline(__always)
    func multiply(
        rows: Int, _ a: Source<Scalar>, aStep: Int, addingTo c: Target<Scalar>, cStep: Int
    ) {
        kernels.product(
            rows: rows, columns: columns, inner: inner, a, rowStep: aStep, columnStep: 1,
            elements.start, bStep: columns, into: c, cStep: cStep)
    }
}
