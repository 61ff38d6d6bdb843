/// One of the few shapes that renderers can draw, in the units of the axes.
///
/// Marks are converted to shapes, so that a new mark needs no change in any renderer.
package enum DrawnShape: Sendable, Hashable {
    /// Points, connected or not.
    case line(LineShape)
    /// One bar.
    case bar(BarShape)
    /// An area between two curves.
    case band(BandShape)
    /// A line across the whole plot.
    case rule(RuleShape)
    /// A shaded interval of one axis, across the whole plot.
    case zone(ZoneShape)
    /// A text beside a point.
    case note(NoteShape)
    /// An arrow between two points.
    case arrow(ArrowShape)
    /// Cells colored by value.
    case grid(GridShape)
    /// A smooth surface seen from above.
    case surface(SurfaceShape)

    /// Indicates whether the shape is drawn in lines and letters, not as an area.
    package var isLine: Bool {
        switch self {
        case .line, .rule, .note, .arrow: true
        case .bar, .band, .zone, .grid, .surface: false
        }
    }

    /// The shape with the axes exchanged; cells and surfaces are unchanged.
    package var transposed: DrawnShape {
        switch self {
        case .line(var line):
            line.points = line.points.map { $0?.transposed }
            return .line(line)
        case .bar(var bar):
            bar.direction = bar.direction.other
            return .bar(bar)
        case .band(var band):
            band.direction = band.direction.other
            return .band(band)
        case .rule(var rule):
            rule.direction = rule.direction.other
            return .rule(rule)
        case .zone(var zone):
            zone.direction = zone.direction.other
            return .zone(zone)
        case .note(var note):
            note.point = note.point.transposed
            return .note(note)
        case .arrow(var arrow):
            (arrow.start, arrow.end) = (arrow.start.transposed, arrow.end.transposed)
            return .arrow(arrow)
        case .grid, .surface: return self
        }
    }
}

/// A renderer of shapes.
protocol ShapeRenderer {
    /// Draws a line or points.
    mutating func draw(_ line: LineShape)
    /// Draws a bar.
    mutating func draw(_ bar: BarShape)
    /// Draws an area between two curves.
    mutating func draw(_ band: BandShape)
    /// Draws a line across the whole plot.
    mutating func draw(_ rule: RuleShape)
    /// Draws a shaded interval.
    mutating func draw(_ zone: ZoneShape)
    /// Draws a text beside a point.
    mutating func draw(_ note: NoteShape)
    /// Draws an arrow.
    mutating func draw(_ arrow: ArrowShape)
    /// Draws cells colored by value.
    mutating func draw(_ grid: GridShape)
    /// Draws a surface.
    mutating func draw(_ surface: SurfaceShape)
}

extension ShapeRenderer {
    /// Draws one shape.
    mutating func draw(_ shape: DrawnShape) {
        switch shape {
        case .line(let line): draw(line)
        case .bar(let bar): draw(bar)
        case .band(let band): draw(band)
        case .rule(let rule): draw(rule)
        case .zone(let zone): draw(zone)
        case .note(let note): draw(note)
        case .arrow(let arrow): draw(arrow)
        case .grid(let grid): draw(grid)
        case .surface(let surface): draw(surface)
        }
    }
}

/// A series of points, connected or not.
package struct LineShape: Sendable, Hashable {
    /// The points; `nil` where the line is interrupted.
    package var points: [DataPoint?]
    /// The style of the series.
    package var style: SeriesStyle
    /// Indicates whether neighbors are connected.
    package var isConnected = true
    /// The choice of points with markers.
    package var markers = Markers.automatic
    /// Indicates whether the start is marked and the end is an arrow head.
    package var isPath = false
    /// The label, for remarks.
    package var name = ""
}

/// An area between two curves.
package struct BandShape: Sendable, Hashable {
    /// The positions along the base axis.
    package var positions: [Double]
    /// One edge, as long as the positions; `nil` where the area is interrupted.
    package var lower: [Double?]
    /// The other edge.
    package var upper: [Double?]
    /// The style of the series.
    package var style: SeriesStyle
    /// The direction in which the distance of the edges is measured.
    package var direction = Direction.vertical
}

/// One bar of a group or a stack.
package struct BarShape: Sendable, Hashable {
    /// The integer at the center of the group.
    package var slot: Double
    /// The index of the bar in its group, starting at 0.
    package var place: Int
    /// The number of bars side by side in a group.
    package var count: Int
    /// Indicates whether the bar may be stacked on another one.
    package var isStacked = false
    /// The start of the bar, or `nil` for the end of the axis.
    package var base: Double?
    /// The end of the bar.
    package var value: Double
    /// The style of the series.
    package var style: SeriesStyle
    /// The direction of the bar.
    package var direction = Direction.vertical
}

/// A series of bars before the number of series is known.
package struct BarSeries: Sendable {
    /// The integers at which the bars are placed.
    package var positions: [Double]
    /// The lengths.
    package var values: [Double?]
    /// The style of the series.
    package var style: SeriesStyle
}

/// Cells in rows and columns, colored by value.
package struct GridShape: Sendable, Hashable {
    /// The values by row; a `nil` or a short row means that there is no cell.
    package var rows: [[Double?]]
    /// The integer at the center of the first column.
    package var firstColumn: Double
    /// The integer at the center of the first row.
    package var firstRow: Double
    /// Indicates whether the cells show their numbers.
    package var showsNumbers: Bool

    /// The length of the longest row.
    package var columnCount: Int { rows.map(\.count).max() ?? 0 }

    /// Returns a cell's value, or `nil` if there is no cell.
    package func value(row: Int, column: Int) -> Double? {
        guard rows.indices.contains(row), rows[row].indices.contains(column) else { return nil }
        return rows[row][column]
    }

    /// Returns the value that represents several cells: an invalid one, or the largest magnitude.
    package func loudestValue(rows: Range<Int>, columns: Range<Int>) -> Double? {
        let values = rows.flatMap { row in columns.compactMap { value(row: row, column: $0) } }
        if let broken = values.first(where: { !$0.isFinite }) { return broken }
        return values.max { $0.magnitude < $1.magnitude }
    }
}

/// Values on a rectangular grid of points, seen from above.
package struct SurfaceShape: Sendable, Hashable {
    /// The grid's positions along the horizontal axis, ascending.
    package var x: [Double]
    /// The grid's positions along the vertical axis, ascending.
    package var y: [Double]
    /// The values, one row per position along the vertical axis.
    package var values: [[Double]]

    /// Returns the value at the grid point nearest to a position.
    package func value(nearest point: DataPoint) -> Double? {
        guard let column = Self.nearest(to: point.x, in: x),
            let row = Self.nearest(to: point.y, in: y)
        else { return nil }
        return values[row][column]
    }

    /// Returns the index of the nearest of ascending numbers.
    private static func nearest(to value: Double, in places: [Double]) -> Int? {
        guard !places.isEmpty else { return nil }
        var (low, high) = (0, places.count - 1)
        while high - low > 1 {
            let middle = (low + high) / 2
            if places[middle] <= value { low = middle } else { high = middle }
        }
        return (value - places[low]).magnitude <= (places[high] - value).magnitude ? low : high
    }
}

/// A line across the whole plot.
package struct RuleShape: Sendable, Hashable {
    /// The axis of the value.
    package var direction: Direction
    /// Indicates whether the value is NaN.
    package var value: Double
    /// The role of the color.
    package var tint: Tint
}

/// A shaded interval of one axis, across the whole plot.
package struct ZoneShape: Sendable, Hashable {
    /// The axis of the interval.
    package var direction: Direction
    /// The start, or `nil` for the end of the axis.
    package var lower: Double?
    /// The end, or `nil` for the end of the axis.
    package var upper: Double?
}

/// An arrow between two points.
package struct ArrowShape: Sendable, Hashable {
    /// The start.
    package var start: DataPoint
    /// The head.
    package var end: DataPoint
    /// The style of the series.
    package var style: SeriesStyle
}

/// A text beside a point.
package struct NoteShape: Sendable, Hashable {
    /// The point.
    package var point: DataPoint
    /// The text, on one line.
    package var text: String
}

/// A point in the units of the axes.
package struct DataPoint: Sendable, Hashable {
    /// The value along the horizontal axis.
    package var x: Double
    /// The value along the vertical axis.
    package var y: Double

    /// Creates a point.
    package init(_ x: Double, _ y: Double) {
        self.x = x
        self.y = y
    }

    /// The point with its axes exchanged.
    package var transposed: DataPoint { DataPoint(y, x) }
}

/// The direction of an axis.
package enum Direction: Sendable, Hashable {
    /// From left to right.
    case horizontal
    /// From bottom to top.
    case vertical

    /// The other direction.
    package var other: Direction { self == .horizontal ? .vertical : .horizontal }
}
