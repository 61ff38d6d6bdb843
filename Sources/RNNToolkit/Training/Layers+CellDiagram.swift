public import Plotting
public import Recurrent

extension LayeredPass {
    /// Draws one step of a cell: the gates with what they let through, and how the new state follows
    /// from the old one.
    ///
    /// - Parameters:
    ///   - step: the step, from 1 to T.
    ///   - unit: the unit, from 0.
    ///   - sequence: the sequence of the batch, from 0.
    ///   - layer: the layer, in the order of `layers`; nil for the uppermost one.
    /// - Throws: `RecurrentError.invalidValue` where there is no such step, unit, sequence or layer.
    public func cellDiagram(
        at step: Int, unit: Int = 0, sequence: Int = 0, layer: Int? = nil
    ) throws(RecurrentError) -> Diagram {
        try CellDiagram(try chosen(layer), step: step, unit: unit, sequence: sequence).diagram()
    }
}

extension LayeredStory {
    /// Draws one step of a cell with the gradients of the loss by its states before and after.
    ///
    /// - Parameters:
    ///   - step: the step, from 1 to T.
    ///   - unit: the unit, from 0.
    ///   - sequence: the sequence of the batch, from 0.
    ///   - layer: the layer, in the order of `layers`; nil for the uppermost one.
    /// - Throws: `RecurrentError.invalidValue` where there is no such step, unit, sequence or layer.
    public func cellDiagram(
        at step: Int, unit: Int = 0, sequence: Int = 0, layer: Int? = nil
    ) throws(RecurrentError) -> Diagram {
        let story = try chosen(layer)
        return try CellDiagram(
            story.pass, story: story, step: step, unit: unit, sequence: sequence
        ).diagram()
    }
}
