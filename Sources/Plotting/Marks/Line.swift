/// A series of points connected by a line.
///
/// At an infinite value or NaN, the line ends with a mark; at an absent value (`nil`), it is
/// interrupted.
///
/// For example: `Line(x: steps, y: norms, label: "‖∂L/∂H‖")`.
public struct Line: Mark {
    /// The positions along the horizontal axis.
    private let x: [Double?]
    /// The names along the horizontal axis, in place of numbers.
    private let names: [String]?
    /// The rows.
    private let y: [Double?]
    /// The label in the legend.
    private let label: String
    /// The dash pattern.
    private let dash: Dash
    /// The choice of points with markers.
    private let markers: Markers
    /// The role of the color.
    private let tint: Tint

    /// Creates a line through points.
    ///
    /// - Parameters:
    ///   - x: the positions along the horizontal axis.
    ///   - y: the values, as many as there are positions.
    ///   - label: the label in the legend.
    ///   - dash: the dash pattern.
    ///   - markers: the choice of points with markers.
    ///   - tint: the role of the color.
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

    /// Creates a line through values at 0, 1, 2, and so on.
    public init<Y: Sequence>(
        y: Y, label: String = "", dash: Dash = .automatic, markers: Markers = .automatic,
        tint: Tint = .automatic
    ) where Y.Element: Plottable {
        let values = y.plotValues
        self.init(
            x: values.indices, y: values, label: label, dash: dash, markers: markers, tint: tint)
    }

    /// Creates a line through values at names.
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

    /// Creates the graph of a function over a range, evaluated at the given number of points.
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

    /// Adds the points to a sheet.
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

/// The choice of a line's points with markers.
public enum Markers: Sendable, Hashable {
    /// All points if they are few, some if series must be distinguished, none on a single long
    /// line.
    case automatic
    /// No points.
    case none
    /// All points.
    case all
}

/// Points that are not connected.
public struct Points: Mark {
    /// The points.
    private let series: PointSeries

    /// Creates points; there must be as many positions as values.
    public init<X: Sequence, Y: Sequence>(
        x: X, y: Y, label: String = "", tint: Tint = .automatic
    ) where X.Element: Plottable, Y.Element: Plottable {
        series = PointSeries(x: x.plotValues, y: y.plotValues, label: label, tint: tint)
    }

    /// Adds the points to a sheet.
    public func lay(on sheet: inout Sheet) {
        series.lay(on: &sheet, hasLine: false) { points, style in
            LineShape(
                points: points, style: style, isConnected: false, markers: .all,
                name: series.label)
        }
    }
}

/// Points in the plane as one series of the legend.
struct PointSeries: Sendable {
    /// The positions along the horizontal axis.
    let x: [Double?]
    /// The positions along the vertical axis.
    let y: [Double?]
    /// The label in the legend.
    let label: String
    /// The role of the color.
    let tint: Tint

    /// Adds the shape of the points to a sheet.
    ///
    /// - Parameter hasLine: whether the legend shows a line beside the marker.
    func lay(
        on sheet: inout Sheet, hasLine: Bool,
        shape: ([DataPoint?], SeriesStyle) -> LineShape
    ) {
        let points = sheet.paired(x, y, label: label)
        let style = sheet.style(label: label, tint: tint)
        sheet.reach(points)
        sheet.shapes.append(.line(shape(points, style)))
        sheet.addLegend(label, .line(style, hasLine: hasLine, hasMarker: true))
    }
}
