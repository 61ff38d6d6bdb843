public import Display

/// Figures one below the other, such as gates over time.
///
/// For example:
///
/// ```swift
/// Panels("Gates of unit 3") {
///     Figure("forget gate") { Line(y: [0.9, 0.8, 0.95]) }
///     Figure("cell state") { Line(y: [0.1, 0.4, 0.7]) }
/// }
/// .xAxis("step")
/// ```
public struct Panels: Sendable {
    /// The common title.
    private let title: String
    /// The figures, from top to bottom.
    private var figures: [Figure]
    /// Indicates whether all figures share a horizontal axis, which is labeled once at the bottom.
    private var sharesX = true
    /// Indicates whether all figures share a color scale.
    private var sharesColors = false

    /// Creates panels that share their horizontal axis.
    public init(_ title: String = "", @FigureBuilder _ figures: () -> [Figure]) {
        self.title = title
        self.figures = figures()
    }

    /// Returns the panels with settings for their common horizontal axis.
    ///
    /// - Parameters:
    ///   - label: the label of the axis.
    ///   - unit: the unit of the numbers.
    ///   - scale: the scale.
    ///   - range: the values at the two ends, or `nil` to derive them from the data.
    ///   - reversed: whether values increase to the left.
    public func xAxis(
        _ label: String = "", unit: String? = nil, scale: Scale = .linear,
        range: ClosedRange<Double>? = nil, reversed: Bool = false
    ) -> Panels {
        var copy = self
        copy.figures = figures.map {
            $0.xAxis(label, unit: unit, scale: scale, range: range, reversed: reversed)
        }
        return copy
    }

    /// Returns the panels with a separate horizontal axis for each.
    public func separateAxes() -> Panels {
        var copy = self
        copy.sharesX = false
        return copy
    }

    /// Returns the panels with a common color scale, so that they can be compared.
    public func sharedColors() -> Panels {
        var copy = self
        copy.sharesColors = true
        return copy
    }

    /// Returns the panels' plans for lines of a given width, and the rows of each.
    private func plans(columns: Int) -> [(plan: FigurePlan, rows: Int)] {
        let heights = figures.map { FigureHeight($0, usual: figures.count == 1 ? 16 : 7) }
        var planners = zip(figures, heights).map {
            FigurePlanner($0, columns: columns, rows: $1.rows)
        }
        var (x, colors) = (Extent(), Extent())
        for planner in planners {
            x.include(planner.sheet.x)
            colors.include(planner.sheet.colorExtent)
        }
        let names = planners.map(\.sheet.xNames).max { $0.count < $1.count } ?? []
        let fillsColumns = planners.contains(where: \.sheet.fillsColumns)
        for index in planners.indices {
            if sharesX { planners[index].share(x: x, names: names, fillsColumns: fillsColumns) }
            if sharesColors { planners[index].share(colors: colors) }
        }
        var plans = planners.map(\.plan)
        if sharesX, let x = plans.map(\.x).min(by: { $0.ticks.count < $1.ticks.count }) {
            let fillsWidth = !plans.allSatisfy(\.hasGrid)
            for index in plans.indices {
                plans[index].x = x
                plans[index].fillsWidth = fillsWidth
            }
        }
        return zip(plans, heights).map { ($0, $1.rows(of: $0)) }
    }
}

extension Panels: Picture {
    /// Draws the panels as text.
    ///
    /// - Parameters:
    ///   - style: the characters to draw with.
    ///   - columns: the columns of a line, at least 24.
    /// - Returns: the lines, without a trailing newline.
    public func text(style: TextStyle = .preferred, columns: Int = 80) -> String {
        let columns = max(24, columns)
        let plans = plans(columns: columns)
        return TextFigure(
            title: title, panels: plans.map(\.plan), rows: plans.map(\.rows), sharesX: sharesX,
            style: style, columns: columns
        ).text
    }

    /// The panels as text in 7-bit ASCII, 80 columns wide.
    public var ascii: String { text(style: .ascii) }

    /// The panels as text.
    public var description: String { text() }

    /// The panels as a drawing of width 640 pixels, legible on light and dark pages.
    public var drawing: SVG {
        SVGFigure(
            title: title, panels: plans(columns: 80).map(\.plan),
            heights: figures.map(\.plotHeight), sharesX: sharesX
        ).drawing
    }
}

/// The result builder for the figures of panels.
@resultBuilder public enum FigureBuilder {
    /// Builds a single figure.
    public static func buildExpression(_ figure: Figure) -> [Figure] { [figure] }

    /// Combines consecutive figures.
    public static func buildBlock(_ figures: [Figure]...) -> [Figure] { figures.flatMap { $0 } }

    /// Combines the iterations of a loop.
    public static func buildArray(_ figures: [[Figure]]) -> [Figure] { figures.flatMap { $0 } }

    /// Builds the figures of an `if` without `else`.
    public static func buildOptional(_ figures: [Figure]?) -> [Figure] { figures ?? [] }

    /// Builds the figures of an `if`.
    public static func buildEither(first figures: [Figure]) -> [Figure] { figures }

    /// Builds the figures of an `else`.
    public static func buildEither(second figures: [Figure]) -> [Figure] { figures }
}
