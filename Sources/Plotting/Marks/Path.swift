/// A way through the plane, such as a descent over an error surface: a dot where it starts, a
/// marker at every stop, an arrow head where it ends.
///
/// Where a surface fills the plot, a path may leave it; a mark at the edge and a note say so.
public struct Path: Mark {
    /// The stops' places along the horizontal axis.
    private let x: [Double?]
    /// The stops' places along the vertical axis.
    private let y: [Double?]
    /// What the path stands for, as the legend says it.
    private let label: String
    /// What the color is for.
    private let tint: Tint

    /// Connects stops in order.
    public init<X: Sequence, Y: Sequence>(
        x: X, y: Y, label: String = "", tint: Tint = .automatic
    ) where X.Element: Plottable, Y.Element: Plottable {
        self.x = x.plotValues
        self.y = y.plotValues
        self.label = label
        self.tint = tint
    }

    /// Lays out the stops.
    public func lay(on sheet: inout Sheet) {
        let points = sheet.paired(x, y, label: label)
        let style = sheet.style(label: label, tint: tint)
        sheet.reach(points)
        sheet.shapes.append(
            .line(LineShape(points: points, style: style, isPath: true, name: label)))
        sheet.addLegend(label, .line(style, hasLine: true, hasMarker: true))
    }
}
