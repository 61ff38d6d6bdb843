public import Plotting
public import Recurrent

extension ElmanStory {
    /// The contribution of every step to ∂L/∂W and ∂L/∂U, as bars.
    ///
    /// For a network of single numbers they are shown with their signs, otherwise as norms on a
    /// logarithmic axis.
    public var contributionBars: Figure {
        let areNumbers =
            gradient.W.single != nil && gradient.U.single != nil && pass.input.count == 1
        return contributionBars(scale: areNumbers ? .linear : .log)
    }

    /// Returns the contribution of every step to ∂L/∂W and ∂L/∂U, as bars.
    ///
    /// For more than 24 steps, lines replace the bars, which would be too thin.
    ///
    /// - Parameter scale: the scale of the contributions; on a logarithmic axis their norms are
    ///   shown, and steps without a contribution are in a separate lane.
    public func contributionBars(scale: Scale) -> Figure {
        let parts = contributions
        let steps = parts.map(\.step)
        let isSigned = scale != .log && gradient.W.single != nil && gradient.U.single != nil
        let measure = { (part: Matrix<Scalar>) in isSigned ? part.single : part.norm.shown }
        let (partsOfW, partsOfU) = (parts.map { measure($0.W) }, parts.map { measure($0.U) })
        return Figure("What every step contributes to the gradient") {
            if steps.count > 24 {
                Line(x: steps, y: partsOfW, label: "∂L/∂W")
                Line(x: steps, y: partsOfU, label: "∂L/∂U")
            } else {
                Bars(x: steps, y: partsOfW, label: "∂L/∂W")
                Bars(x: steps, y: partsOfU, label: "∂L/∂U")
            }
        }
        .xAxis("step k")
        .yAxis(isSigned ? "contribution" : "norm of the contribution", scale: scale)
    }

    /// ‖∂L/∂H_t‖ against the step on a logarithmic axis, with bounds overlaid.
    ///
    /// Norms that are exactly zero are in a separate lane. The bounds, (γσ₁)ⁿ and ρⁿ times the last
    /// norm after n steps back, are omitted if every step has a target, because every step's loss
    /// then adds to the gradient.
    /// - Source: Pascanu, Mikolov and Bengio 2013, arXiv:1211.5063, section 2.1.
    public var gradientNormFigure: Figure {
        let norms = stateGradientNorms
        let count = norms.count - 1
        let last = norms.last ?? 0
        let bounds = pass.isReadAtEveryStep ? nil : try? pass.network.jacobianBounds
        let lags = norms.indices.map { count - $0 }
        return Figure("Gradient of the loss with respect to the states") {
            Line(x: norms.indices, y: norms, label: "‖∂L/∂Hₜ‖")
            if let bounds {
                Line(
                    x: norms.indices, y: lags.map { last * bounds.upperBound(lag: $0) },
                    label: "upper bound, factor γσ₁ a step")
                Line(
                    x: norms.indices, y: lags.map { last * bounds.linearTrend(lag: $0) },
                    label: "linear trend, factor ρ a step")
            }
        }
        .xAxis("step t")
        .yAxis("norm", scale: .log)
    }
}
