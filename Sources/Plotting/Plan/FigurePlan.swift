/// A figure with everything decided that its text and its SVG share.
package struct FigurePlan: Sendable {
    /// What the figure shows.
    package var title: String
    /// The horizontal axis.
    package var x: AxisPlan
    /// The vertical axis.
    package var y: AxisPlan
    /// What is drawn, from the back to the front.
    package var shapes: [DrawnShape]
    /// The legend.
    package var legend: [LegendEntry]
    /// The key to the colors, where there is one.
    package var colors: ColorScale?
    /// What a person should know about the data.
    package var notes: [String]
    /// A sentence under the figure.
    package var caption: String
    /// How many series there are.
    package var seriesCount: Int
    /// How many equal cells the horizontal axis has, where shapes fill cells.
    package var cellColumns: Int?
    /// How many equal cells the vertical axis has, where shapes fill cells.
    package var cellRows: Int?
    /// Whether the cells hold a grid, which looks best when they are square.
    package var hasGrid: Bool
    /// Whether cells are stretched to the width of other panels.
    package var fillsWidth = false
    /// Whether there is nothing to draw.
    package var isEmpty: Bool

    /// What stands in the middle of a plot without data.
    package static let emptyMessage = "no data"

    /// Whether there are bars.
    package var hasBars: Bool {
        shapes.contains { shape in
            if case .bar = shape { return true }
            return false
        }
    }

    /// The grid of cells, where there is one.
    package var grid: GridShape? {
        for case .grid(let grid) in shapes { return grid }
        return nil
    }

    /// How surfaces are colored.
    package enum SurfaceStyle: Sendable, Hashable {
        /// Like heat maps.
        case colored
        /// In grays, where lines lie over it: the colors are theirs.
        case gray
        /// In pale colors, where lines lie over values of both signs.
        case pale
    }

    /// How the surface is colored, where there is one.
    package var surfaceStyle: SurfaceStyle {
        let hasLines = shapes.contains { shape in
            if case .line = shape { return true }
            return false
        }
        guard surface != nil, hasLines else { return .colored }
        return colors?.isDiverging == true ? .pale : .gray
    }

    /// The surface, where there is one.
    package var surface: SurfaceShape? {
        for case .surface(let surface) in shapes { return surface }
        return nil
    }
}
