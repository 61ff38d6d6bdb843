internal import CVectorKernels

/// Large matrix products by OpenBLAS, restricted to the calling thread.
///
/// It is only used on processors without own kernels: it selects its code from a list of
/// processors, and uses slow code for unknown ones.
package enum BLAS {
    /// The processor type for which OpenBLAS computes, which it detects or is told.
    package static var processorName: String { String(cString: library_processor_name()) }

    /// C += A B, or Aᵀ B.
    ///
    /// - Parameters:
    ///   - a: shape `[rows, inner]`, or `[inner, rows]` if it is transposed, with row stride
    ///     `aStep`.
    ///   - b: shape `[inner, columns]`, with row stride `bStep`.
    ///   - c: shape `[rows, columns]`, with row stride `cStep`.
    static func product<Scalar: RealScalar>(
        rows: Int, columns: Int, inner: Int, transposingA: Bool = false, _ a: Source<Scalar>,
        aStep: Int, _ b: Source<Scalar>, bStep: Int, addingTo c: Target<Scalar>, cStep: Int
    ) {
        guard rows > 0, columns > 0, inner > 0 else { return }
        let form: Int32 = transposingA ? 1 : 0
        let product =
            switch Scalar.precision {
            case .double: library_product_f64
            case .single: library_product_f32
            }
        product(form, rows, columns, inner, a, aStep, b, bStep, c, cStep)
    }
}
