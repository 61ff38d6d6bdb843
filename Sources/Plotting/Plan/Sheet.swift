/// The sheet to which marks are added: it collects shapes, and the extents of the axes.
public struct Sheet: Sendable {
    /// The shapes, in drawing order.
    package var shapes: [DrawnShape] = []
    /// The extent of the horizontal axis.
    package var x = Extent()
    /// The extent of the vertical axis.
    package var y = Extent()
    /// The names on the horizontal axis, if it has names.
    package var xNames: [String] = []
    /// The names on the vertical axis, if it has names.
    package var yNames: [String] = []
    /// Indicates whether shapes fill cells around integers of the horizontal axis.
    package var fillsColumns = false
    /// Indicates whether shapes fill cells around integers of the vertical axis.
    package var fillsRows = false
    /// Indicates whether the first row is at the top, as in a matrix.
    package var startsAtTop = false
    /// The ends of both axes, if a surface fills the plot; paths may leave it.
    package var surfaceEnds: (x: ClosedRange<Double>, y: ClosedRange<Double>)?
    /// The series of bars, which are arranged once all are known.
    package var bars: [BarSeries] = []
    /// The legend.
    package var legend: [LegendEntry] = []
    /// The settings of the color scale, or `nil` if there is none.
    package var colors: ColorRequest?
    /// The colored values.
    package var colorExtent = Extent()
    /// The remarks about the data.
    package var notes: [String] = []
    /// The labels of the series so far; empty for a series without a label.
    private var seriesLabels: [String] = []

    /// Creates an empty sheet.
    package init() {}

    /// The number of series.
    package var seriesCount: Int { seriesLabels.count }

    /// Returns the style of a series; marks with the same label share one.
    package mutating func style(label: String, tint: Tint, dash: Dash = .automatic) -> SeriesStyle {
        let label = label.singleLine
        if !label.isEmpty, let index = seriesLabels.firstIndex(of: label) {
            return SeriesStyle(index: index, tint: tint, dash: dash)
        }
        seriesLabels.append(label)
        return SeriesStyle(index: seriesLabels.count - 1, tint: tint, dash: dash)
    }

    /// Adds an entry to the legend, or a symbol to an existing entry with the same label.
    package mutating func addLegend(_ label: String, _ symbol: LegendEntry.Symbol) {
        let label = label.singleLine
        guard !label.isEmpty else { return }
        if let index = legend.firstIndex(where: { $0.label == label }) {
            if !legend[index].symbols.contains(symbol) { legend[index].symbols.append(symbol) }
        } else {
            legend.append(LegendEntry(label: label, symbols: [symbol]))
        }
    }

    /// Adds a remark about the data of a mark, once.
    package mutating func addNote(_ text: String, about label: String) {
        let note = label.isEmpty ? text : "\(label.singleLine): \(text)"
        if !notes.contains(note) { notes.append(note) }
    }

    /// Returns positions on the horizontal axis for names, adding new ones.
    package mutating func positions(of names: [String]) -> [Double] {
        names.map { name in
            let name = name.singleLine
            if let index = xNames.firstIndex(of: name) { return Double(index) }
            xNames.append(name)
            return Double(xNames.count - 1)
        }
    }

    /// Pairs the values of two axes, with a remark if their numbers differ.
    package mutating func paired(
        _ x: [Double?], _ y: [Double?], label: String
    ) -> [DataPoint?] {
        if x.count != y.count {
            let extra = x.count > y.count ? "x" : "y"
            let count = max(x.count, y.count) - min(x.count, y.count)
            addNote(
                "\(x.count) x and \(y.count) y values; "
                    + "the last \(count) \(extra) \(count == 1 ? "value is" : "values are") not drawn",
                about: label)
        }
        let lost = x.prefix(y.count).count { $0.map { !$0.isFinite } ?? false }
        if lost > 0 {
            addNote(
                "\(lost) \(lost == 1 ? "point has" : "points have") no finite x and \(lost == 1 ? "is" : "are") not drawn",
                about: label)
        }
        if x.isEmpty || y.isEmpty { addNote("no data", about: label) }
        return zip(x, y).map { x, y in
            guard let x, let y, x.isFinite else { return nil }
            return DataPoint(x, y)
        }
    }

    /// Extends both axes to the given points.
    package mutating func reach(_ points: [DataPoint?]) {
        for point in points {
            x.include(point?.x)
            y.include(point?.y)
        }
    }
}
