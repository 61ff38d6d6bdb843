/// A function of two variables seen from above, such as an error over two weights.
///
/// It fills the plot; other marks, such as a `Path`, are drawn over it and may leave it.
public struct Surface: Mark {
    /// The grid's positions along the horizontal axis.
    private let x: [Double]
    /// The grid's positions along the vertical axis.
    private let y: [Double]
    /// The values, one row per position along the vertical axis.
    private let values: [[Double]]
    /// The settings of the color scale.
    private let request: ColorRequest

    /// Creates a surface from values on a grid.
    ///
    /// - Parameters:
    ///   - x: the grid's positions along the horizontal axis, ascending.
    ///   - y: the grid's positions along the vertical axis, ascending.
    ///   - values: one row per position along the vertical axis, each as long as `x`.
    ///   - label: the name of the quantity, for the color scale.
    ///   - scale: the scale of the colors.
    public init(
        x: [Double], y: [Double], values: [[Double]], label: String = "", scale: Scale = .linear
    ) {
        self.x = x
        self.y = y
        self.values = values
        request = ColorRequest(title: label, scale: scale, range: nil, isDiverging: nil)
    }

    /// Creates a surface from a function, evaluated at the given number of positions along each
    /// side.
    public init(
        x: ClosedRange<Double>, y: ClosedRange<Double>, resolution: Int = 64, label: String = "",
        scale: Scale = .linear, of value: (_ x: Double, _ y: Double) -> Double
    ) {
        let count = min(400, max(2, resolution))
        let places = { (range: ClosedRange<Double>) in
            (0..<count).map { index in
                let fraction = Double(index) / Double(count - 1)
                return range.lowerBound * (1 - fraction) + range.upperBound * fraction
            }
        }
        let (columns, rows) = (places(x), places(y))
        self.init(
            x: columns, y: rows, values: rows.map { row in columns.map { value($0, row) } },
            label: label, scale: scale)
    }

    /// Adds the surface to a sheet.
    public func lay(on sheet: inout Sheet) {
        sheet.colors = sheet.colors ?? request
        guard let problem else {
            sheet.surfaceEnds = (x[0]...x[x.count - 1], y[0]...y[y.count - 1])
            values.forEach { $0.forEach { sheet.colorExtent.include($0) } }
            sheet.shapes.append(.surface(SurfaceShape(x: x, y: y, values: values)))
            return
        }
        sheet.addNote(problem, about: request.title)
    }

    /// The problem that prevents the surface from being drawn, or `nil` if there is none.
    private var problem: String? {
        for (name, places) in [("x", x), ("y", y)] {
            if places.count < 2 {
                return "\(places.count) places along \(name); a surface needs two"
            }
            if !zip(places, places.dropFirst()).allSatisfy({ $0 < $1 && $0.isFinite && $1.isFinite }
            ) {
                return "the places along \(name) do not ascend"
            }
        }
        if values.count != y.count {
            return "\(values.count) rows of values for \(y.count) places along y"
        }
        guard let row = values.firstIndex(where: { $0.count != x.count }) else { return nil }
        return "row \(row) has \(values[row].count) values for \(x.count) places along x"
    }
}

/// A path through the plane, such as a descent over an error surface, with a dot at its start, a
/// marker at every stop and an arrow head at its end.
///
/// If a surface fills the plot, a path may leave it, which is marked at the edge and in a remark.
public struct Path: Mark {
    /// The stops.
    private let series: PointSeries

    /// Creates a path through stops.
    public init<X: Sequence, Y: Sequence>(
        x: X, y: Y, label: String = "", tint: Tint = .automatic
    ) where X.Element: Plottable, Y.Element: Plottable {
        series = PointSeries(x: x.plotValues, y: y.plotValues, label: label, tint: tint)
    }

    /// Adds the stops to a sheet.
    public func lay(on sheet: inout Sheet) {
        series.lay(on: &sheet, hasLine: true) { points, style in
            LineShape(points: points, style: style, isPath: true, name: series.label)
        }
    }
}
