/// How one series looks wherever it is drawn.
package struct SeriesStyle: Sendable, Hashable {
    /// The number of the series in its figure, counted from 0; it decides hatch and character.
    package var index: Int
    /// What the color is for.
    package var tint: Tint
    /// How lines are broken.
    package var dash: Dash
    /// The outline of markers.
    package var marker: MarkerShape

    /// Makes the usual look of a series.
    package init(index: Int, tint: Tint = .automatic, dash: Dash = .automatic) {
        self.index = index
        var look = index
        if case .series(let chosen) = tint { look = chosen.magnitudeModulo(1 << 20) }
        self.tint = tint == .automatic ? .series(look) : tint
        self.dash = dash == .automatic ? .ofSeries(look) : dash
        marker = .ofSeries(look)
    }
}
