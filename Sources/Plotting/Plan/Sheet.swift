/// What marks are laid out on: it gathers shapes, and what the axes must reach.
public struct Sheet: Sendable {
    /// The shapes, in the order in which they are drawn.
    package var shapes: [DrawnShape] = []
    /// The values along the horizontal axis.
    package var x = Extent()
    /// The values along the vertical axis.
    package var y = Extent()
    /// The names on the horizontal axis, where it has names.
    package var xNames: [String] = []
    /// The names on the vertical axis, where it has names.
    package var yNames: [String] = []
    /// Whether shapes fill cells around whole numbers of the horizontal axis.
    package var fillsColumns = false
    /// Whether shapes fill cells around whole numbers of the vertical axis.
    package var fillsRows = false
    /// Whether the first row stands at the top, as in a matrix.
    package var startsAtTop = false
    /// The ends of both axes, where a surface fills the plot; paths may leave it.
    package var surfaceEnds: (x: ClosedRange<Double>, y: ClosedRange<Double>)?
    /// The series of bars, which are arranged once all are known.
    package var bars: [BarSeries] = []
    /// The legend.
    package var legend: [LegendEntry] = []
    /// What is asked of the key to colors, where there is one.
    package var colors: ColorRequest?
    /// The colored values.
    package var colorExtent = Extent()
    /// What a person should know about the data.
    package var notes: [String] = []
    /// The labels of the series so far, an empty one for each without.
    private var seriesLabels: [String] = []

    /// Starts empty.
    package init() {}

    /// How many series there are.
    package var seriesCount: Int { seriesLabels.count }

    /// Returns the look of a series; marks with the same label share one.
    package mutating func style(label: String, tint: Tint, dash: Dash = .automatic) -> SeriesStyle {
        let label = label.singleLine
        if !label.isEmpty, let index = seriesLabels.firstIndex(of: label) {
            return SeriesStyle(index: index, tint: tint, dash: dash)
        }
        seriesLabels.append(label)
        return SeriesStyle(index: seriesLabels.count - 1, tint: tint, dash: dash)
    }

    /// Adds a line to the legend, or a symbol to the line that has the label already.
    package mutating func addLegend(_ label: String, _ symbol: LegendEntry.Symbol) {
        let label = label.singleLine
        guard !label.isEmpty else { return }
        if let index = legend.firstIndex(where: { $0.label == label }) {
            if !legend[index].symbols.contains(symbol) { legend[index].symbols.append(symbol) }
        } else {
            legend.append(LegendEntry(label: label, symbols: [symbol]))
        }
    }

    /// Adds what a person should know about the data of a mark, once.
    package mutating func addNote(_ text: String, about label: String) {
        let note = label.isEmpty ? text : "\(label.singleLine): \(text)"
        if !notes.contains(note) { notes.append(note) }
    }

    /// Returns places along the horizontal axis for names, adding those that are new.
    package mutating func positions(of names: [String]) -> [Double] {
        names.map { name in
            let name = name.singleLine
            if let index = xNames.firstIndex(of: name) { return Double(index) }
            xNames.append(name)
            return Double(xNames.count - 1)
        }
    }

    /// Pairs values of two axes, saying so where one has more than the other.
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

    /// Makes both axes reach the given points.
    package mutating func reach(_ points: [DataPoint?]) {
        for point in points {
            x.include(point?.x)
            y.include(point?.y)
        }
    }
}
