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
        JacobianNorms.lagFigure(try lagNorms(sequence: sequence, layer: layer), of: "h")
    }
}
