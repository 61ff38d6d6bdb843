extension Matrix {
    /// Returns the product with a matrix whose shape fits.
    func times(_ right: Matrix) -> Matrix {
        var result = Matrix.zeros(Shape(rows, right.columns))
        result.accumulate(self, times: right)
        return result
    }

    /// Adds the product of two matrices of matching shapes.
    ///
    /// Small products are identical bits on every processor; large ones use its widest
    /// instructions.
    ///
    /// - Parameters:
    ///   - limit: the maximum number of multiplications of small products.
    ///   - instructions: the instructions for large ones, or `nil` for those in use.
    @_specialize(where Scalar == Double)
    @_specialize(where Scalar == Float)
    mutating func accumulate(
        _ left: Matrix, times right: Matrix, limit: Int = 1 << 24,
        instructions: InstructionSet? = nil
    ) {
        let shape = shape
        elements.withUnsafeMutableBufferPointer { result in
            left.elements.withUnsafeBufferPointer { a in
                right.elements.withUnsafeBufferPointer { b in
                    guard let c = result.baseAddress, let a = a.baseAddress, let b = b.baseAddress
                    else { return }
                    guard shape.count * left.columns <= limit else {
                        let kernels = Kernels<Scalar>.fast(instructions ?? .inUse)
                        return kernels.largeProduct(
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
