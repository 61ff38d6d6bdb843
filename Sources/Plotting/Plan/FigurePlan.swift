/// A fully planned figure, which its text and its SVG share.
package struct FigurePlan: Sendable {
    /// The title.
    package var title: String
    /// The horizontal axis.
    package var x: AxisPlan
    /// The vertical axis.
    package var y: AxisPlan
    /// The shapes from back to front.
    package var shapes: [DrawnShape]
    /// The legend.
    package var legend: [LegendEntry]
    /// The color scale, or `nil` if there is none.
    package var colors: ColorScale?
    /// The remarks about the data.
    package var notes: [String]
    /// The caption.
    package var caption: String
    /// The number of series.
    package var seriesCount: Int
    /// The number of equal cells of the horizontal axis, if shapes fill cells.
    package var cellColumns: Int?
    /// The number of equal cells of the vertical axis, if shapes fill cells.
    package var cellRows: Int?
    /// Indicates whether the cells form a grid, which is best drawn with square cells.
    package var hasGrid: Bool
    /// Indicates whether cells are stretched to the width of other panels.
    package var fillsWidth = false
    /// Indicates whether there is nothing to draw.
    package var isEmpty: Bool

    /// The text in the middle of a plot without data.
    package static let emptyMessage = "no data"

    /// Indicates whether there are bars.
    package var hasBars: Bool {
        shapes.contains { shape in
            if case .bar = shape { return true }
            return false
        }
    }

    /// The grid of cells, or `nil` if there is none.
    package var grid: GridShape? {
        for case .grid(let grid) in shapes { return grid }
        return nil
    }

    /// The colors of surfaces.
    package enum SurfaceStyle: Sendable, Hashable {
        /// The colors of heat maps.
        case colored
        /// Grays, for lines over the surface, which have colors.
        case gray
        /// Pale colors, for lines over values of both signs.
        case pale
    }

    /// The colors of the surface, if there is one.
    package var surfaceStyle: SurfaceStyle {
        let hasLines = shapes.contains { shape in
            if case .line = shape { return true }
            return false
        }
        guard surface != nil, hasLines else { return .colored }
        return colors?.isDiverging == true ? .pale : .gray
    }

    /// The surface, or `nil` if there is none.
    package var surface: SurfaceShape? {
        for case .surface(let surface) in shapes { return surface }
        return nil
    }
}

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

/// The outline of a marker.
package enum MarkerShape: Int, Sendable, Hashable, CaseIterable {
    /// A disc.
    case circle
    /// A triangle that points up.
    case triangle
    /// A square.
    case square
    /// A square standing on a corner.
    case diamond
    /// A triangle that points down.
    case downTriangle
    /// A diagonal cross.
    case cross

    /// Returns the marker of a series, counted from 0.
    package static func ofSeries(_ index: Int) -> MarkerShape {
        allCases[index.magnitudeModulo(allCases.count)]
    }
}
