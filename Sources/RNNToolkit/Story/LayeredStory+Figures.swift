public import Plotting
public import Recurrent

extension LayeredStory {
    /// The contribution of every step to the gradients of the uppermost layer's weights.
    ///
    /// Norms are shown, and the last row contains those of the sums, which are the gradients.
    public var contributionTable: Table { layers[layers.count - directionCount].partTable }

    /// Returns the contribution of every step to the gradients of a layer's weights.
    ///
    /// - Throws: `RecurrentError.invalidValue` if there is no such layer.
    public func contributionTable(ofLayer layer: Int) throws(RecurrentError) -> Table {
        try chosen(layer).partTable
    }

    /// The norms of every step's contribution to the gradients of the uppermost layer's weights, on
    /// a logarithmic axis.
    public var contributionBars: Figure { layers[layers.count - directionCount].partBars }

    /// Returns the norms of every step's contribution to the gradients of a layer's weights.
    ///
    /// - Throws: `RecurrentError.invalidValue` if there is no such layer.
    public func contributionBars(ofLayer layer: Int) throws(RecurrentError) -> Figure {
        try chosen(layer).partBars
    }

    /// The norms of the gradients of the uppermost layer's states against the step, on a
    /// logarithmic axis; for an LSTM those of h and of c.
    public var gradientNormFigure: Figure { layers[layers.count - directionCount].normFigure }

    /// Returns the norms of the gradients of a layer's states against the step.
    ///
    /// - Throws: `RecurrentError.invalidValue` if there is no such layer.
    public func gradientNormFigure(ofLayer layer: Int) throws(RecurrentError) -> Figure {
        try chosen(layer).normFigure
    }
}

extension LayerStory {
    /// The table of the norms of contributions.
    fileprivate var partTable: Table {
        let parts = contributions
        return Table("What every step contributes") {
            Column("k", parts.indices.map { $0 + 1 }).total("all")
            Column("‖part of ∂L/∂weightHH‖", parts.map(\.weightHH.norm.shown))
                .total(gradient.weightHH.norm.shown)
            Column("‖part of ∂L/∂weightIH‖", parts.map(\.weightIH.norm.shown))
                .total(gradient.weightIH.norm.shown)
            Column("‖part of ∂L/∂biasIH‖", parts.map(\.biasIH.norm.shown))
                .total(gradient.biasIH.norm.shown)
        }
        .note("The last row holds the norms of the sums, which are the gradients.")
    }

    /// The norms of contributions as bars, or as lines for more than 24 steps.
    fileprivate var partBars: Figure {
        let parts = contributions
        let steps = parts.indices.map { $0 + 1 }
        let ofState = parts.map(\.weightHH.norm.shown)
        let ofInput = parts.map(\.weightIH.norm.shown)
        return Figure("What every step contributes to the gradient") {
            if steps.count > 24 {
                Line(x: steps, y: ofState, label: "∂L/∂weightHH")
                Line(x: steps, y: ofInput, label: "∂L/∂weightIH")
            } else {
                Bars(x: steps, y: ofState, label: "∂L/∂weightHH")
                Bars(x: steps, y: ofInput, label: "∂L/∂weightIH")
            }
        }
        .xAxis("step k")
        .yAxis("norm of the contribution", scale: .log)
    }

    /// The norms of the gradients of h, and of c if there is one.
    fileprivate var normFigure: Figure {
        let ofCell = cellGradientNorms
        return Figure("Gradient of the loss with respect to the states") {
            Line(x: hiddenGradientNorms.indices, y: hiddenGradientNorms, label: "‖∂L/∂hₜ‖")
            if !ofCell.isEmpty { Line(x: ofCell.indices, y: ofCell, label: "‖∂L/∂cₜ‖") }
        }
        .xAxis("step t")
        .yAxis("norm", scale: .log)
    }
}
