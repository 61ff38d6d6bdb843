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
    /// The norms of what each step contributes to each weight's gradient, by weight, and the norm of
    /// the gradient itself.
    var partNorms: [(name: String, steps: [Double], all: Double)] {
        let steps = contributions.map { $0.parts.map(\.gradient.norm.shown) }
        return gradient.parts.enumerated().map { index, part in
            (part.name, steps.map { $0[index] }, part.gradient.norm.shown)
        }
    }

    /// The table of the norms of contributions.
    fileprivate var partTable: Table {
        let parts = partNorms
        return Table("What every step contributes") {
            Column("k", 1...pass.steps).total("all")
            for part in parts {
                Column("‖part of ∂L/∂\(part.name)‖", part.steps).total(part.all)
            }
        }
        .note("The last row holds the norms of the sums, which are the gradients.")
    }

    /// The norms of contributions as bars, or as lines for more than 24 steps.
    fileprivate var partBars: Figure {
        // Of a built-in cell, the biases are left out.
        let parts = gradient.own.names.isEmpty ? Array(partNorms.prefix(2)) : partNorms
        let steps = Array(1...pass.steps)
        return Figure("What every step contributes to the gradient") {
            for part in parts {
                if steps.count > 24 {
                    Line(x: steps, y: part.steps, label: "∂L/∂\(part.name)")
                } else {
                    Bars(x: steps, y: part.steps, label: "∂L/∂\(part.name)")
                }
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
