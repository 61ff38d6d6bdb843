internal import CVectorKernels

/// Large matrix products by OpenBLAS, which is kept to the thread that calls it.
///
/// Only processors without kernels of their own use it: it chooses its code by a list of processors,
/// and takes a slow one on those that it does not know.
package enum BLAS {
    /// The kind of processor that OpenBLAS computes for, which it finds out or is told.
    package static var processorName: String { String(cString: library_processor_name()) }

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
        guard rows > 0, columns > 0, inner > 0 else { return }
        let form: Int32 = transposingA ? 1 : 0
        let (a, b) = (UnsafeRawPointer(a), UnsafeRawPointer(b))
        let c = UnsafeMutableRawPointer(c)
        if Scalar.self == Double.self {
            library_product_f64(
                form, rows, columns, inner, a.assumingMemoryBound(to: Double.self), aStep,
                b.assumingMemoryBound(to: Double.self), bStep,
                c.assumingMemoryBound(to: Double.self), cStep)
        } else {
            library_product_f32(
                form, rows, columns, inner, a.assumingMemoryBound(to: Float.self), aStep,
                b.assumingMemoryBound(to: Float.self), bStep,
                c.assumingMemoryBound(to: Float.self), cStep)
        }
    }
}
