/// Points in order, connected or not.
package struct LineShape: Sendable, Hashable {
    /// The points; nothing where the line is interrupted.
    package var points: [DataPoint?]
    /// The look.
    package var style: SeriesStyle
    /// Whether neighbours are connected.
    package var isConnected = true
    /// Which points get a marker.
    package var markers = Markers.automatic
    /// Whether the last stretch ends in an arrow head and the start is marked.
    package var isPath = false
    /// What the line stands for, for messages.
    package var name = ""
}

/// One bar of a group or a stack.
package struct BarShape: Sendable, Hashable {
    /// The whole number around which the group stands.
    package var slot: Double
    /// The place of the bar in its group, from 0.
    package var place: Int
    /// How many bars stand side by side in a group.
    package var count: Int
    /// Where the bar starts, or nothing for the end of the axis.
    package var base: Double?
    /// Where it ends.
    package var value: Double
    /// The look.
    package var style: SeriesStyle
    /// Which way the bar points.
    package var direction = Direction.vertical
}

/// An area between two curves.
package struct BandShape: Sendable, Hashable {
    /// The places along the base axis.
    package var positions: [Double]
    /// One edge, as long as the positions; nothing where the area is interrupted.
    package var lower: [Double?]
    /// The other edge.
    package var upper: [Double?]
    /// The look.
    package var style: SeriesStyle
    /// Which way the distance between the edges is measured.
    package var direction = Direction.vertical
}

/// A line across the whole plot.
package struct RuleShape: Sendable, Hashable {
    /// The axis on which the value lies.
    package var direction: Direction
    /// The value.
    package var value: Double
    /// What the colour is for.
    package var tint: Tint
}

/// A shaded stretch of one axis, across the whole plot.
package struct ZoneShape: Sendable, Hashable {
    /// The axis on which the stretch lies.
    package var direction: Direction
    /// Where it starts, or nothing for the end of the axis.
    package var lower: Double?
    /// Where it ends, or nothing for the end of the axis.
    package var upper: Double?
}

/// Text beside a point.
package struct NoteShape: Sendable, Hashable {
    /// The point.
    package var point: DataPoint
    /// The text, on one line.
    package var text: String
}

/// An arrow between two points.
package struct ArrowShape: Sendable, Hashable {
    /// Where it starts.
    package var start: DataPoint
    /// Where its head is.
    package var end: DataPoint
    /// The look.
    package var style: SeriesStyle
}

/// Cells in rows and columns, coloured by value.
package struct GridShape: Sendable, Hashable {
    /// The values by row; nothing, or a row that is shorter than others, where there is no cell.
    package var rows: [[Double?]]
    /// The whole number at the centre of the first column.
    package var firstColumn: Double
    /// The whole number at the centre of the first row.
    package var firstRow: Double
    /// Whether the numbers stand in the cells.
    package var showsNumbers: Bool

    /// The length of the longest row.
    package var columnCount: Int { rows.map(\.count).max() ?? 0 }

    /// Returns a cell's value, or nothing where there is no cell.
    package func value(row: Int, column: Int) -> Double? {
        guard rows.indices.contains(row), rows[row].indices.contains(column) else { return nil }
        return rows[row][column]
    }
}

/// Values over a rectangular lattice of points, seen from above.
package struct SurfaceShape: Sendable, Hashable {
    /// The lattice's places along the horizontal axis, ascending.
    package var x: [Double]
    /// The lattice's places along the vertical axis, ascending.
    package var y: [Double]
    /// The values, one row for each place along the vertical axis.
    package var values: [[Double]]

    /// The value at the lattice point that is nearest to a place.
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
