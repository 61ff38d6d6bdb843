/// A series of bars before the number of series is known.
package struct BarSeries: Sendable {
    /// The integers at which the bars are placed.
    package var positions: [Double]
    /// The lengths.
    package var values: [Double?]
    /// The style of the series.
    package var style: SeriesStyle
}
