/// An entry of a legend: the symbol of a mark, and its label.
package struct LegendEntry: Sendable, Hashable {
    /// A symbol beside the label.
    package enum Symbol: Sendable, Hashable {
        /// A piece of line, with or without a marker on it.
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

    /// The label, on one line.
    package var label: String
    /// The symbols; a line and its band share an entry.
    package var symbols: [Symbol]
}
