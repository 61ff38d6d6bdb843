/// An area between two curves, such as the spread of several runs.
///
/// A line with the same label has the same color and shares the band's legend entry.
public struct Band: Mark {
    /// The positions along the horizontal axis.
    private let x: [Double?]
    /// One edge.
    private let lower: [Double?]
    /// The other edge.
    private let upper: [Double?]
    /// The label in the legend.
    private let label: String
    /// The role of the color.
    private let tint: Tint

    /// Creates the area between two curves, whichever is higher.
    public init<X: Sequence, L: Sequence, U: Sequence>(
        x: X, lower: L, upper: U, label: String = "", tint: Tint = .automatic
    ) where X.Element: Plottable, L.Element: Plottable, U.Element: Plottable {
        self.x = x.plotValues
        self.lower = lower.plotValues
        self.upper = upper.plotValues
        self.label = label
        self.tint = tint
    }

    /// Adds the area to a sheet.
    public func lay(on sheet: inout Sheet) {
        let low = sheet.paired(x, lower, label: label)
        let high = sheet.paired(x, upper, label: label)
        let style = sheet.style(label: label, tint: tint)
        sheet.reach(low)
        sheet.reach(high)
        let count = min(low.count, high.count)
        let places = x.prefix(count).map { $0.flatMap { $0.isFinite ? $0 : nil } }
        let isGap = places.map { $0 == nil }
        let last = places.compactMap { $0 }.last ?? 0
        sheet.shapes.append(
            .band(
                BandShape(
                    positions: places.map { $0 ?? last },
                    lower: zip(isGap, low).map { $0 ? nil : $1?.y },
                    upper: zip(isGap, high).map { $0 ? nil : $1?.y }, style: style)))
        sheet.addLegend(label, .band(style))
    }
}
