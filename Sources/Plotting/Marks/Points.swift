/// Points that are not connected.
public struct Points: Mark {
    /// The positions along the horizontal axis.
    private let x: [Double?]
    /// The rows.
    private let y: [Double?]
    /// The label in the legend.
    private let label: String
    /// The role of the color.
    private let tint: Tint

    /// Creates points; there must be as many positions as values.
    public init<X: Sequence, Y: Sequence>(
        x: X, y: Y, label: String = "", tint: Tint = .automatic
    ) where X.Element: Plottable, Y.Element: Plottable {
        self.x = x.plotValues
        self.y = y.plotValues
        self.label = label
        self.tint = tint
    }

    /// Adds the points to a sheet.
    public func lay(on sheet: inout Sheet) {
        let points = sheet.paired(x, y, label: label)
        let style = sheet.style(label: label, tint: tint)
        sheet.reach(points)
        sheet.shapes.append(
            .line(
                LineShape(
                    points: points, style: style, isConnected: false, markers: .all, name: label)))
        sheet.addLegend(label, .line(style, hasLine: false, hasMarker: true))
    }
}
