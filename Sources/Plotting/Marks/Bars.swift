/// A series of bars, one for each name or integer.
///
/// Several series in a figure are grouped, or stacked if the figure is `.stacked()`. Bars start at
/// zero, or on a logarithmic axis at its end.
public struct Bars: Mark {
    /// The names of the bars, or `nil` if they have numbers.
    private let names: [String]?
    /// The integers of the bars.
    private let x: [Double?]
    /// The lengths.
    private let values: [Double?]
    /// The label in the legend.
    private let label: String
    /// The role of the color.
    private let tint: Tint

    /// Creates bars for names.
    public init<Y: Sequence>(
        _ names: [String], _ values: Y, label: String = "", tint: Tint = .automatic
    ) where Y.Element: Plottable {
        self.names = names
        x = []
        self.values = values.plotValues
        self.label = label
        self.tint = tint
    }

    /// Creates bars for integers, such as steps; other numbers are treated as names.
    public init<X: Sequence, Y: Sequence>(
        x: X, y: Y, label: String = "", tint: Tint = .automatic
    ) where X.Element: Plottable, Y.Element: Plottable {
        self.x = x.plotValues
        values = y.plotValues
        self.label = label
        self.tint = tint
        let places = self.x.compactMap { $0 }
        let reach = (places.max() ?? 0) - (places.min() ?? 0)
        let isWhole = places.allSatisfy { $0.rounded() == $0 && $0.magnitude < 1e9 }
        let areNear = reach <= Double(4 * max(8, places.count))
        names = isWhole && areNear ? nil : self.x.map { $0.map(NumberFormat.exact.spelling) ?? "" }
    }

    /// Adds the bars to a sheet, which arranges them once all series are known.
    public func lay(on sheet: inout Sheet) {
        let positions = names.map { sheet.positions(of: $0) } ?? x
        let points = sheet.paired(positions, values, label: label)
        let style = sheet.style(label: label, tint: tint)
        for point in points { sheet.x.include(point?.x) }
        sheet.fillsColumns = true
        let bars = points.compactMap { $0 }
        sheet.bars.append(
            BarSeries(positions: bars.map(\.x), values: bars.map(\.y), style: style))
        sheet.addLegend(label, .bar(style))
    }
}
