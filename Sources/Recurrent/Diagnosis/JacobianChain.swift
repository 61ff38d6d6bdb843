/// The Jacobians of the single steps of a sequence, whose products are those of all pairs of steps.
struct JacobianChain<Scalar: RealScalar>: Sendable {
    /// The columns of a step's Jacobian that belong to one state, h or c.
    private enum Columns {
        /// Any numbers, of which there are H columns.
        case dense(RightFactor<Scalar>)
        /// A diagonal block for every state, as for the c of an LSTM.
        case diagonal([[Scalar]])
    }

    /// The Jacobian of each step, from the first, state by state.
    private let steps: [[Columns]]

    /// H, and how many numbers the whole state has.
    private let hidden: Int, size: Int

    /// Finds the Jacobians of the steps.
    @_specialize(where Scalar == Double)
    @_specialize(where Scalar == Float)
    init(_ pass: LayerPass<Scalar>, sequence: Int, upTo last: Int? = nil) {
        let kernels: Kernels<Scalar> =
            pass.stateSize > 32 ? pass.layer.computation.fast() : .plain
        let (hidden, size) = (pass.record.hidden, pass.stateSize)
        (self.hidden, self.size) = (hidden, size)
        steps = (0..<(last ?? pass.steps)).map { step in
            let jacobian = pass.stepJacobian(at: step + 1, sequence: sequence)
            return stride(from: 0, to: size, by: hidden).map { first in
                let columns = jacobian.columns(first..<first + hidden)
                return columns.diagonals.map { .diagonal($0) }
                    ?? .dense(RightFactor(rows: [0..<size], of: columns, for: kernels))
            }
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
                    for (state, columns) in steps[step].enumerated() {
                        add(a, times: columns, to: c + state * hidden)
                    }
                }
            }
            product = next
            let block = size == hidden ? product : product.columns(0..<hidden)
            norms.append(Double(block.largestSingularValue))
        }
        return norms.reversed()
    }

    /// Adds the product of the rows with some columns of a Jacobian to the columns of a result.
    private func add(
        _ rows: Source<Scalar>, times columns: Columns, to result: Target<Scalar>
    ) {
        switch columns {
        case .dense(let factor):
            factor.multiply(
                rows: hidden, rows, aStep: size, addingTo: result, cStep: size)
        case .diagonal(let blocks):
            for (state, factors) in blocks.enumerated() {
                factors.withUnsafeBufferPointer { factors in
                    for row in 0..<hidden {
                        let (from, to) = (rows + row * size + state * hidden, result + row * size)
                        for unit in 0..<hidden { to[unit] += from[unit] * factors[unit] }
                    }
                }
            }
        }
    }
}

extension Matrix {
    /// The first rows of the identity.
    fileprivate static func identityRows(_ rows: Int, of size: Int) -> Matrix {
        var matrix = Matrix.zeros(Shape(rows, size))
        for index in 0..<rows { matrix.elements[index * size + index] = 1 }
        return matrix
    }

    /// The diagonals of the square blocks that the matrix consists of, one above the other; `nil` if
    /// there is another number than 0 beside them.
    fileprivate var diagonals: [[Scalar]]? {
        for row in 0..<rows {
            for column in 0..<columns where row % columns != column {
                guard elements[row * columns + column] == 0 else { return nil }
            }
        }
        return stride(from: 0, to: rows, by: columns).map { first in
            (0..<columns).map { elements[(first + $0) * columns + $0] }
        }
    }
}
