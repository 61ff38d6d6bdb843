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
        var rows = [[1.0]]
        for t in 1...steps {
            let chain = try jacobians(of: t, sequence: sequence)
            rows.append(chain.map { Double($0.hiddenByHidden.largestSingularValue) })
        }
        return JacobianNorms(rows: rows)
    }
}
