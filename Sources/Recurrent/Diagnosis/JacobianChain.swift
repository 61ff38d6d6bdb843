/// The Jacobians of the single steps of a sequence, whose products are those of all pairs of steps.
struct JacobianChain<Scalar: RealScalar>: Sendable {
    /// The Jacobian of each step, from the first.
    private let steps: [RightFactor<Scalar>]

    /// H, and how many numbers the whole state has.
    private let hidden: Int, size: Int

    /// Finds the Jacobians of the steps.
    @_specialize(where Scalar == Double)
    @_specialize(where Scalar == Float)
    init(_ pass: LayerPass<Scalar>, sequence: Int, upTo last: Int? = nil) {
        let kernels: Kernels<Scalar> =
            pass.stateSize > 32 ? pass.layer.computation.fast() : .plain
        (hidden, size) = (pass.record.hidden, pass.stateSize)
        steps = (0..<(last ?? pass.steps)).map { step in
            let jacobian = pass.stepJacobian(at: step + 1, sequence: sequence)
            return RightFactor(rows: [0..<jacobian.rows], of: jacobian, for: kernels)
        }
    }

    /// Returns ‖∂h_t/∂h_k‖ for k from 0 to t.
    @_specialize(where Scalar == Double)
    @_specialize(where Scalar == Float)
    func norms(of later: Int) -> [Double] {
        // The rows of ∂h_t/∂(h_k, c_k), with one factor more for each step back.
        var product = Matrix<Scalar>.identityRows(hidden, of: size)
        var norms = [1.0]
        for step in stride(from: later - 1, through: 0, by: -1) {
            var next = Matrix<Scalar>.zeros(product.shape)
            next.elements.withUnsafeMutableBufferPointer { target in
                product.elements.withUnsafeBufferPointer { source in
                    guard let c = target.baseAddress, let a = source.baseAddress else { return }
                    steps[step].multiply(
                        rows: hidden, a, aStep: size, addingTo: c, cStep: size)
                }
            }
            product = next
            let block = size == hidden ? product : product.columns(0..<hidden)
            norms.append(Double(block.largestSingularValue))
        }
        return norms.reversed()
    }
}

extension Matrix {
    /// The first rows of the identity.
    fileprivate static func identityRows(_ rows: Int, of size: Int) -> Matrix {
        var matrix = Matrix.zeros(Shape(rows, size))
        for index in 0..<rows { matrix.elements[index * size + index] = 1 }
        return matrix
    }
}
