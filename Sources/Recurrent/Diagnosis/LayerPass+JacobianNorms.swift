extension LayerPass {
    /// Returns the norms ‖∂h_t/∂h_k‖₂ of all pairs of steps of one sequence.
    ///
    /// For an LSTM this is the total effect of h_k on h_t with c_k held constant. Up to 32 numbers of
    /// state, norms have the same bits on every processor.
    /// - Throws: `RecurrentError.invalidValue` if the sequence does not exist.
    public func jacobianNorms(sequence: Int = 0) throws(RecurrentError) -> JacobianNorms {
        try checkSequence(sequence)
        let chain = JacobianChain(self, sequence: sequence)
        var rows = [[Double]](repeating: [], count: steps + 1)
        let isLarge = stateSize > 32 && steps > 16
        let threads = isLarge ? layer.computation.threads ?? ThreadTeam.coreCount : 1
        rows.withUnsafeMutableBufferPointer { rows in
            // Unchecked: every part writes the row of its own number.
            nonisolated(unsafe) let rows = rows
            ThreadTeam.run(threads, parts: rows.count) { part, _ in
                rows[part] = chain.norms(of: part)
            }
        }
        return JacobianNorms(rows: rows)
    }

    /// Returns the norms ‖∂h_t/∂h_{t-n}‖₂ of one sequence for every lag n from 0 to t: one row of
    /// `jacobianNorms`, in a time proportional to t.
    ///
    /// - Parameters:
    ///   - later: t; `nil` for the last step.
    ///   - sequence: the sequence in the batch, counted from 0.
    /// - Throws: `RecurrentError.invalidValue` if the step or sequence does not exist.
    public func lagNorms(
        of later: Int? = nil, sequence: Int = 0
    ) throws(RecurrentError) -> [Double] {
        let later = later ?? steps
        try checkStep(later, from: 0)
        try checkSequence(sequence)
        return JacobianChain(self, sequence: sequence, upTo: later).norms(of: later).reversed()
    }
}
