/// A line of a legend: what a mark looks like, and what it stands for.
package struct LegendEntry: Sendable, Hashable {
    /// A part of the picture beside the label.
    package enum Symbol: Sendable, Hashable {
        /// A stretch of line, with or without a marker on it.
        case line(SeriesStyle, hasLine: Bool, hasMarker: Bool)
        /// A filled bar.
        case bar(SeriesStyle)
        /// A translucent area.
        case band(SeriesStyle)
        /// A reference line.
        case rule(Tint, isVertical: Bool)
        /// A shaded part of the plot.
        case zone
    }

    /// What the mark stands for, on one line.
    package var label: String
    /// What it looks like; a line and its band share an entry.
    package var symbols: [Symbol]
}
