extension Matrix {
    /// Adds the product of two matrices of fitting shapes.
    ///
    /// Small ones are the same bits on every processor; large ones go to OpenBLAS.
    ///
    /// - Parameter limit: the most multiplications that are small.
    @_specialize(where Scalar == Double)
    @_specialize(where Scalar == Float)
    mutating func accumulate(_ left: Matrix, times right: Matrix, limit: Int = 1 << 24) {
        let shape = shape
        elements.withUnsafeMutableBufferPointer { result in
            left.elements.withUnsafeBufferPointer { a in
                right.elements.withUnsafeBufferPointer { b in
                    guard let c = result.baseAddress, let a = a.baseAddress, let b = b.baseAddress
                    else { return }
                    guard shape.count * left.columns <= limit else {
                        return BLAS.product(
                            rows: shape.rows, columns: shape.columns, inner: left.columns, a,
                            aStep: left.columns, b, bStep: right.columns, addingTo: c,
                            cStep: shape.columns)
                    }
                    Kernels.plain.product(
                        rows: shape.rows, columns: shape.columns, inner: left.columns,
                        a, rowStep: left.columns, columnStep: 1, b, bStep: right.columns,
                        into: c, cStep: shape.columns)
                }
            }
        }
    }
}
