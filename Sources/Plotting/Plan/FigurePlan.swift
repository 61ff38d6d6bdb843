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
