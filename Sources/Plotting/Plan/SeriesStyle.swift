/// The style of a series, wherever it is drawn.
package struct SeriesStyle: Sendable, Hashable {
    /// The index of the series in its figure, starting at 0, which determines hatch and character.
    package var index: Int
    /// The role of the color.
    package var tint: Tint
    /// The dash pattern of lines.
    package var dash: Dash
    /// The shape of markers.
    package var marker: MarkerShape

    /// Creates the default style of a series.
    package init(index: Int, tint: Tint = .automatic, dash: Dash = .automatic) {
        self.index = index
        var look = index
        if case .series(let chosen) = tint { look = chosen.magnitudeModulo(1 << 20) }
        self.tint = tint == .automatic ? .series(look) : tint
        self.dash = dash == .automatic ? .ofSeries(look) : dash
        marker = .ofSeries(look)
    }
}
