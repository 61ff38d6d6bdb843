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

extension ElmanPass {
    /// Returns the norms ‖∂H_t/∂H_{t-n}‖₂ of one sequence for every lag n from 0 to t, in a time
    /// proportional to t.
    ///
    /// - Parameters:
    ///   - later: t; `nil` for the last step.
    ///   - sequence: the sequence in the batch, counted from 0.
    /// - Throws: `RecurrentError.invalidValue` if the step or sequence does not exist.
    public func lagNorms(
        of later: Int? = nil, sequence: Int = 0
    ) throws(RecurrentError) -> [Double] {
        try layerPass.lagNorms(of: later, sequence: sequence)
    }
}
