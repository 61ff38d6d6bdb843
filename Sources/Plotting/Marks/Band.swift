/// An area between two curves, such as the spread of several runs.
///
/// A line with the same label has the same color and shares the band's line of the legend.
public struct Band: Mark {
    /// The places along the horizontal axis.
    private let x: [Double?]
    /// One edge.
    private let lower: [Double?]
    /// The other edge.
    private let upper: [Double?]
    /// What the band stands for, as the legend says it.
    private let label: String
    /// What the color is for.
    private let tint: Tint

    /// Fills the area between two curves, whichever lies higher.
    public init<X: Sequence, L: Sequence, U: Sequence>(
        x: X, lower: L, upper: U, label: String = "", tint: Tint = .automatic
    ) where X.Element: Plottable, L.Element: Plottable, U.Element: Plottable {
        self.x = x.plotValues
        self.lower = lower.plotValues
        self.upper = upper.plotValues
        self.label = label
        self.tint = tint
    }

    /// Lays out the area.
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
