/// A matrix stored for use as the right factor of many products.
struct RightFactor<Scalar: RealScalar>: Sendable {
    /// The storage form, which determines how products are computed.
    private enum Form {
        /// Rows, for plain loops on a processor without own kernels.
        case rows
        /// Panels of columns, for this processor's kernels; plain ones yield the bits of plain loops.
        case packed
        /// Rows, for OpenBLAS, if this processor has no kernels.
        case blas
    }

    /// The number of rows: the inner size of the products.
    let inner: Int

    /// The number of columns of the products.
    let columns: Int

    /// The storage form.
    private let form: Form

    /// The kernels that multiply.
    private let kernels: Kernels<Scalar>

    /// The elements, in the order of the form.
    private let elements: ScalarBuffer<Scalar>

    /// Stores some rows of a matrix.
    init(rows: [Range<Int>], of matrix: Matrix<Scalar>, for kernels: Kernels<Scalar>) {
        self.init(
            inner: rows.reduce(0) { $0 + $1.count }, columns: matrix.columns, kernels)
        matrix.withPointers(toRows: rows) { rows in
            guard form != .packed else {
                return kernels.pack(inner, columns, rows, into: elements.start)
            }
            for k in 0..<inner {
                (elements.start + k * columns).update(from: rows[k], count: columns)
            }
        }
    }

    /// Stores the transpose of some rows of a matrix.
    @_specialize(where Scalar == Double)
    @_specialize(where Scalar == Float)
    init(transposing rows: [Range<Int>], of matrix: Matrix<Scalar>, for kernels: Kernels<Scalar>) {
        self.init(
            inner: matrix.columns, columns: rows.reduce(0) { $0 + $1.count }, kernels)
        matrix.withPointers(toRows: rows) { rows in
            guard form != .packed else {
                return kernels.packTransposed(inner, columns, rows, into: elements.start)
            }
            // Some columns at a time, so that the cache lines that are written stay in the cache.
            for first in stride(from: 0, to: columns, by: 16) {
                for k in 0..<inner {
                    for column in first..<min(first + 16, columns) {
                        elements.start[k * columns + column] = rows[column][k]
                    }
                }
            }
        }
    }

    /// Allocates a factor.
    private init(inner: Int, columns: Int, _ kernels: Kernels<Scalar>) {
        self.inner = inner
        self.columns = columns
        self.kernels = kernels
        form = kernels.canPack ? .packed : kernels.isPlain ? .rows : .blas
        elements = ScalarBuffer(
            uninitialized: form == .packed
                ? kernels.packedCount(inner, columns) : inner * columns)
    }

    /// Adds A times this matrix to C.
    ///
    /// - Parameters:
    ///   - a: shape `[rows, inner]`, with row stride `aStep`.
    ///   - c: shape `[rows, columns]`, with row stride `cStep`.
    @inline(__always)
    func multiply(
        rows: Int, _ a: Source<Scalar>, aStep: Int, addingTo c: Target<Scalar>, cStep: Int
    ) {
        switch form {
        case .rows:
            kernels.product(
                rows: rows, columns: columns, inner: inner, a, rowStep: aStep, columnStep: 1,
                elements.start, bStep: columns, into: c, cStep: cStep)
        case .packed:
            kernels.packedProduct(
                rows: rows, columns: columns, inner: inner, a, aStep: aStep, elements.start,
                into: c, cStep: cStep)
        case .blas:
            BLAS.product(
                rows: rows, columns: columns, inner: inner, a, aStep: aStep, elements.start,
                bStep: columns, addingTo: c, cStep: cStep)
        }
    }
}

extension Matrix {
    /// Calls a closure with the addresses of some rows.
    fileprivate func withPointers(
        toRows rows: [Range<Int>], _ body: ([UnsafePointer<Scalar>]) -> Void
    ) {
        elements.withUnsafeBufferPointer { elements in
            guard let start = elements.baseAddress else { return }
            var pointers: [UnsafePointer<Scalar>] = []
            pointers.reserveCapacity(rows.reduce(0) { $0 + $1.count })
            for range in rows {
                for row in range { pointers.append(start + row * columns) }
            }
            body(pointers)
        }
    }
}
