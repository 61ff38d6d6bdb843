internal import COpenBLAS

/// Large matrix products by OpenBLAS, which is kept to the thread that calls it.
enum BLAS {
    /// Keeps OpenBLAS from starting threads of its own: a cell's process is forked between cells.
    private static let isSingleThreaded: Bool = {
        openblas_set_num_threads(1)
        return true
    }()

    /// C += A B, or Aᵀ B.
    ///
    /// - Parameters:
    ///   - a: shape `[rows, inner]`, or `[inner, rows]` where it is transposed, rows `aStep` apart.
    ///   - b: shape `[inner, columns]`, rows `bStep` apart.
    ///   - c: shape `[rows, columns]`, rows `cStep` apart.
    static func product<Scalar: RealScalar>(
        rows: Int, columns: Int, inner: Int, transposingA: Bool = false, _ a: Source<Scalar>,
        aStep: Int, _ b: Source<Scalar>, bStep: Int, addingTo c: Target<Scalar>, cStep: Int
    ) {
        guard isSingleThreaded, rows > 0, columns > 0, inner > 0 else { return }
        let (m, n, k) = (Int32(rows), Int32(columns), Int32(inner))
        let form = transposingA ? CblasTrans : CblasNoTrans
        let (a, b) = (UnsafeRawPointer(a), UnsafeRawPointer(b))
        let c = UnsafeMutableRawPointer(c)
        if Scalar.self == Double.self {
            cblas_dgemm(
                CblasRowMajor, form, CblasNoTrans, m, n, k, 1,
                a.assumingMemoryBound(to: Double.self), Int32(aStep),
                b.assumingMemoryBound(to: Double.self), Int32(bStep), 1,
                c.assumingMemoryBound(to: Double.self), Int32(cStep))
        } else {
            cblas_sgemm(
                CblasRowMajor, form, CblasNoTrans, m, n, k, 1,
                a.assumingMemoryBound(to: Float.self), Int32(aStep),
                b.assumingMemoryBound(to: Float.self), Int32(bStep), 1,
                c.assumingMemoryBound(to: Float.self), Int32(cStep))
        }
    }
}
