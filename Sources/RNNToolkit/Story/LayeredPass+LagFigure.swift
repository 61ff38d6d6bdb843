public import Plotting
public import Recurrent

extension LayeredPass {
    /// Draws ‖∂h_T/∂h_{T-n}‖ of one sequence against the lag n on a logarithmic axis, in a time
    /// proportional to T.
    ///
    /// - Parameters:
    ///   - sequence: the sequence in the batch, counted from 0.
    ///   - layer: the layer; `nil` for the uppermost one, forward.
    /// - Throws: `RecurrentError.invalidValue` if the sequence or layer does not exist.
    public func lagFigure(
        sequence: Int = 0, layer: Int? = nil
    ) throws(RecurrentError) -> Figure {
        let norms = try lagNorms(sequence: sequence, layer: layer)
        let last = (norms.count - 1).lowered
        return Figure("How much the last state depends on earlier ones") {
            Line(y: norms, label: "‖∂h\(last)/∂h\(last)₋ₙ‖")
        }
        .xAxis("lag n", unit: "steps")
        .yAxis("norm", scale: .log)
    }
}
