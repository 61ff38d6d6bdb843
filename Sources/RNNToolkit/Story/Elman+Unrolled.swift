public import Plotting
public import Recurrent

extension ElmanPass {
    /// The network unrolled over the steps of this pass: x, H and ŷ with their numbers.
    ///
    /// Of networks that are wider than one unit, norms are shown; of long sequences, the ends.
    public var unrolled: Diagram { UnrolledNetwork(self).diagram }
}

extension ElmanStory {
    /// The network unrolled over the steps of this pass, with the δ of every step and what it
    /// contributes to ∂L/∂W and ∂L/∂U.
    ///
    /// Of networks that are wider than one unit, norms are shown; of long sequences, the ends.
    public var unrolled: Diagram { UnrolledNetwork(pass, story: self).diagram }

    /// Returns the unrolled network with the way from the loss to W at a step highlighted.
    ///
    /// For example: `explore("k", 1...3) { k in try story.unrolled(pathTo: k) }`.
    ///
    /// - Parameter step: k, the step whose contribution the way leads to, from 1 to T.
    /// - Throws: `RecurrentError.invalidValue` where there is no such step.
    public func unrolled(pathTo step: Int) throws(RecurrentError) -> Diagram {
        try pass.layerPass.checkStep(step, from: 1)
        return UnrolledNetwork(pass, story: self, pathTo: step).diagram
    }
}
