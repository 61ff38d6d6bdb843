/// The norms ‖∂H_t/∂H_k‖₂ of all pairs of steps k ≤ t of one sequence, as a triangle.
public struct JacobianNorms: Equatable, Sendable {
    /// For each t from 0 to T, the norms for k from 0 to t.
    public let rows: [[Double]]

    /// Returns the norm for a pair of steps, or `nil` if the earlier one is not before the later
    /// one.
    public func norm(of later: Int, withRespectTo earlier: Int) -> Double? {
        guard rows.indices.contains(later), rows[later].indices.contains(earlier) else {
            return nil
        }
        return rows[later][earlier]
    }

    /// For each lag from 0 to T, the norm ‖∂H_T/∂H_{T-lag}‖.
    public var byLag: [Double] { rows.last?.reversed() ?? [] }
}

extension ElmanPass {
    /// Returns the norms of the Jacobians of all pairs of steps of one sequence.
    ///
    /// - Throws: `RecurrentError.invalidValue` if there is no such sequence.
    public func jacobianNorms(
        sequence: Int = 0
    ) throws(RecurrentError) -> JacobianNorms {
        try layerPass.jacobianNorms(sequence: sequence)
    }
}

extension LayerPass {
    /// Returns the norms ‖∂h_t/∂h_k‖₂ of all pairs of steps of one sequence.
    ///
    /// For an LSTM this is the effect of h_k on h_t with c_k held constant.
    /// - Throws: `RecurrentError.invalidValue` if there is no such sequence.
    public func jacobianNorms(sequence: Int = 0) throws(RecurrentError) -> JacobianNorms {
        try checkSequence(sequence)
        let steps = (1...self.steps).map { stepJacobian(at: $0, sequence: sequence) }
        let hidden = record.hidden
        return JacobianNorms(
            rows: (0...steps.count).map { later in
                // The rows of ∂h_t/∂(h_k, c_k), one factor more for each step back.
                var product = Matrix<Scalar>.identityRows(hidden, of: stateSize)
                var norms = [1.0]
                for step in stride(from: later, to: 0, by: -1) {
                    product = product.times(steps[step - 1])
                    norms.append(Double(product.columns(0..<hidden).largestSingularValue))
                }
                return norms.reversed()
            })
    }
}

extension Matrix {
    /// The first rows of the identity.
    static func identityRows(_ rows: Int, of size: Int) -> Matrix {
        var matrix = Matrix.zeros(Shape(rows, size))
        for index in 0..<rows { matrix.elements[index * size + index] = 1 }
        return matrix
    }
}
