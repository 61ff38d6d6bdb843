extension Matrix {
    /// Adds the product of two matrices of fitting shapes.
    @_specialize(where Scalar == Double)
    @_specialize(where Scalar == Float)
    mutating func accumulate(_ left: Matrix, times right: Matrix) {
        let shape = shape
        elements.withUnsafeMutableBufferPointer { result in
            left.elements.withUnsafeBufferPointer { a in
                right.elements.withUnsafeBufferPointer { b in
                    guard let c = result.baseAddress, let a = a.baseAddress, let b = b.baseAddress
                    else { return }
                    Kernels.plain.product(
                        rows: shape.rows, columns: shape.columns, inner: left.columns,
                        a, rowStep: left.columns, columnStep: 1, b, bStep: right.columns,
                        into: c, cStep: shape.columns)
                }
            }
        }
    }
}
