/// A series of points in order, connected by a line.
///
/// Where a value is infinite or not a number, the line ends and a mark says so; where it is absent
/// (`nil`), the line is interrupted.
///
/// For example: `Line(x: steps, y: norms, label: "‖∂L/∂H‖")`.
public struct Line: Mark {
    /// The places along the horizontal axis.
    private let x: [Double?]
    /// The names along the horizontal axis, in place of numbers.
    private let names: [String]?
    /// The values.
    private let y: [Double?]
    /// What the line stands for, as the legend says it.
    private let label: String
    /// How the line is broken.
    private let dash: Dash
    /// Which points get a marker.
    private let markers: Markers
    /// What the color is for.
    private let tint: Tint

    /// Connects points.
    ///
    /// - Parameters:
    ///   - x: the places along the horizontal axis.
    ///   - y: the values, as many as there are places.
    ///   - label: what the line stands for, as the legend says it.
    ///   - dash: how the line is broken.
    ///   - markers: which points get a marker.
    ///   - tint: what the color is for.
    public init<X: Sequence, Y: Sequence>(
        x: X, y: Y, label: String = "", dash: Dash = .automatic, markers: Markers = .automatic,
        tint: Tint = .automatic
    ) where X.Element: Plottable, Y.Element: Plottable {
        self.x = x.plotValues
        names = nil
        self.y = y.plotValues
        self.label = label
        self.dash = dash
        self.markers = markers
        self.tint = tint
    }

    /// Connects values that stand at 0, 1, 2, and so on.
    public init<Y: Sequence>(
        y: Y, label: String = "", dash: Dash = .automatic, markers: Markers = .automatic,
        tint: Tint = .automatic
    ) where Y.Element: Plottable {
        let values = y.plotValues
        self.init(
            x: values.indices, y: values, label: label, dash: dash, markers: markers, tint: tint)
    }

    /// Connects values that stand at names.
    public init<Y: Sequence>(
        at names: [String], y: Y, label: String = "", dash: Dash = .automatic,
        markers: Markers = .automatic, tint: Tint = .automatic
    ) where Y.Element: Plottable {
        x = []
        self.names = names
        self.y = y.plotValues
        self.label = label
        self.dash = dash
        self.markers = markers
        self.tint = tint
    }

    /// Draws a function over a range, at so many places.
    ///
    /// For example: `Line(over: -4...4, label: "tanh z") { z in tanh(z) }`.
    public init(
        over range: ClosedRange<Double>, count: Int = 161, label: String = "",
        dash: Dash = .automatic, tint: Tint = .automatic, of value: (Double) -> Double
    ) {
        let count = max(2, min(count, 100_000))
        let places: [Double] = (0..<count).map { index in
            let fraction = Double(index) / Double(count - 1)
            return range.lowerBound * (1 - fraction) + range.upperBound * fraction
        }
        self.init(x: places, y: places.map(value), label: label, dash: dash, tint: tint)
    }

    /// Lays out the points.
    public func lay(on sheet: inout Sheet) {
        let places = names.map { sheet.positions(of: $0) } ?? x
        let points = sheet.paired(places, y, label: label)
        let style = sheet.style(label: label, tint: tint, dash: dash)
        sheet.reach(points)
        sheet.shapes.append(
            .line(LineShape(points: points, style: style, markers: markers, name: label)))
        sheet.addLegend(label, .line(style, hasLine: true, hasMarker: markers != .none))
    }
}
