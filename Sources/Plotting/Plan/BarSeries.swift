/// A series of bars before it is known how many share a place.
package struct BarSeries: Sendable {
    /// The whole numbers at which the bars stand.
    package var positions: [Double]
    /// The lengths.
    package var values: [Double?]
    /// The look.
    package var style: SeriesStyle
}
