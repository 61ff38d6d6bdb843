public import Display
public import Plotting
public import Recurrent

extension InputInfluence {
    /// The norms of all pairs of steps as colors, on a logarithmic scale.
    public var heatMap: Figure {
        Figure("How much each output depends on each input") {
            HeatMap(rows, label: "‖∂outputₜ/∂xₖ‖", scale: .log, firstRow: 1, firstColumn: 1)
        }
        .xAxis("input step k")
        .yAxis("output step t")
    }
}

extension InputInfluence: Displayable {
    /// The colors.
    public var mimeBundle: MIMEBundle { heatMap.mimeBundle }
}
