/// A path through the plane, such as a descent over an error surface, with a dot at its start, a
/// marker at every stop and an arrow head at its end.
///
/// If a surface fills the plot, a path may leave it, which is marked at the edge and in a remark.
public struct Path: Mark {
    /// The stops' positions along the horizontal axis.
    private let x: [Double?]
    /// The stops' positions along the vertical axis.
    private let y: [Double?]
    /// The label in the legend.
    private let label: String
    /// The role of the color.
    private let tint: Tint

    /// Creates a path through stops.
    public init<X: Sequence, Y: Sequence>(
        x: X, y: Y, label: String = "", tint: Tint = .automatic
    ) where X.Element: Plottable, Y.Element: Plottable {
        self.x = x.plotValues
        self.y = y.plotValues
        self.label = label
        self.tint = tint
    }

    /// Adds the stops to a sheet.
    public func lay(on sheet: inout Sheet) {
        let points = sheet.paired(x, y, label: label)
        let style = sheet.style(label: label, tint: tint)
        sheet.reach(points)
        sheet.shapes.append(
            .line(LineShape(points: points, style: style, isPath: true, name: label)))
        sheet.addLegend(label, .line(style, hasLine: true, hasMarker: true))
    }
}
