public import Display
public import Plotting
public import Recurrent

extension JacobianNorms {
    /// The norms ‖∂H_t/∂H_k‖ of all pairs of steps as a triangular heat map, on a logarithmic
    /// scale.
    public var heatMap: Figure {
        Figure("How much state Hₜ depends on an earlier Hₖ") {
            HeatMap(rows, label: "‖∂Hₜ/∂Hₖ‖", scale: .log)
        }
        .xAxis("earlier step k")
        .yAxis("later step t")
    }

    /// ‖∂H_T/∂H_{T-n}‖ against the lag n on a logarithmic axis.
    public var lagFigure: Figure { lagFigure(bounds: nil) }

    /// Returns ‖∂H_T/∂H_{T-n}‖ against the lag n on a logarithmic axis, with bounds overlaid.
    ///
    /// - Parameter bounds: the bounds (γσ₁)ⁿ and ρⁿ to overlay, as returned by
    ///   `network.jacobianBounds`, or `nil` for none.
    public func lagFigure(bounds: JacobianBounds?) -> Figure {
        Self.lagFigure(byLag, of: "H", bounds: bounds)
    }

    /// Returns the norms of Jacobians against the lag, on a logarithmic axis.
    ///
    /// - Parameter state: the symbol of the state.
    static func lagFigure(
        _ norms: [Double], of state: String, bounds: JacobianBounds? = nil
    ) -> Figure {
        let last = max(0, norms.count - 1).lowered
        return Figure("How much the last state depends on earlier ones") {
            Line(y: norms, label: "‖∂\(state)\(last)/∂\(state)\(last)₋ₙ‖")
            if let bounds {
                Line(
                    y: norms.indices.map { bounds.upperBound(lag: $0) },
                    label: "upper bound (γσ₁)ⁿ")
                Line(
                    y: norms.indices.map { bounds.linearTrend(lag: $0) },
                    label: "linear trend ρⁿ")
            }
        }
        .xAxis("lag n", unit: "steps")
        .yAxis("norm", scale: .log)
    }
}

extension JacobianNorms: Displayable {
    /// The heat map.
    public var mimeBundle: MIMEBundle { heatMap.mimeBundle }
}
