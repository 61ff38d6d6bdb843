/// Points that are not connected.
public struct Points: Mark {
    /// The places along the horizontal axis.
    private let x: [Double?]
    /// The values.
    private let y: [Double?]
    /// What the points stand for, as the legend says it.
    private let label: String
    /// What the color is for.
    private let tint: Tint

    /// Shows points, as many as there are places and values.
    public init<X: Sequence, Y: Sequence>(
        x: X, y: Y, label: String = "", tint: Tint = .automatic
    ) where X.Element: Plottable, Y.Element: Plottable {
        self.x = x.plotValues
        self.y = y.plotValues
        self.label = label
        self.tint = tint
    }

    /// Lays out the points.
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
