/// Bars, one for each name or whole number.
///
/// Several in one figure stand side by side, or on one another where the figure says
/// `.stacked()`. Bars start at zero, on a logarithmic axis at its end.
public struct Bars: Mark {
    /// The names under the bars, or nothing where they stand at numbers.
    private let names: [String]?
    /// The whole numbers under the bars.
    private let x: [Double?]
    /// The lengths.
    private let values: [Double?]
    /// What the bars stand for, as the legend says it.
    private let label: String
    /// What the color is for.
    private let tint: Tint

    /// Puts bars over names.
    public init<Y: Sequence>(
        _ names: [String], _ values: Y, label: String = "", tint: Tint = .automatic
    ) where Y.Element: Plottable {
        self.names = names
        x = []
        self.values = values.plotValues
        self.label = label
        self.tint = tint
    }

    /// Puts bars over whole numbers, such as steps; other numbers are taken as names.
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

    /// Lays out the bars; they are arranged once all series are known.
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
