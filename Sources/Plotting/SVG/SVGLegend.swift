/// The legend of an SVG: symbols with their labels, as many per line as fit.
package struct SVGLegend: Sendable {
    /// The entries of the legend.
    private let entries: [LegendEntry]
    /// The width of a symbol, in pixels.
    private static let symbolWidth = 28.0
    /// The height of a line, in pixels.
    private static let lineHeight = 18.0

    /// Creates a legend.
    package init(_ entries: [LegendEntry]) {
        self.entries = entries
    }

    /// Writes the legend, and advances below it.
    package func write(at y: inout Double, on writer: inout SVGWriter) {
        guard !entries.isEmpty else { return }
        let metrics = TextMetrics.label
        let (left, right) = (SVGFigure.padding, SVGFigure.width - SVGFigure.padding)
        var x = left
        y += 3
        for entry in entries {
            let label = metrics.elided(entry.label, to: right - left - Self.symbolWidth - 6)
            let width = Self.symbolWidth + 6 + metrics.width(of: label)
            if x > left && x + width > right {
                x = left
                y += Self.lineHeight
            }
            for symbol in entry.symbols {
                Self.draw(symbol, x: x, y: y + Self.lineHeight / 2, on: &writer)
            }
            writer.text(
                label, x: x + Self.symbolWidth + 6, baseline: y + Self.lineHeight / 2 + 4, metrics)
            x += width + 18
        }
        y += Self.lineHeight + 2
    }

    /// Draws the symbol of a mark.
    private static func draw(
        _ symbol: LegendEntry.Symbol, x: Double, y: Double, on writer: inout SVGWriter
    ) {
        let ends = [Spot(x, y), Spot(x + symbolWidth, y)]
        let box = Box(left: x, top: y - 5, right: x + symbolWidth, bottom: y + 5)
        switch symbol {
        case .line(let style, let hasLine, let hasMarker):
            let paint = SVGPaint.tint(style.tint)
            if hasLine { SVGPlot.stroke(ends, paint, dash: style.dash, on: &writer) }
            let middle = Spot(x + symbolWidth / 2, y)
            if hasMarker { SVGPlot.mark(middle, style, radius: 3.6, on: &writer) }
        case .bar(let style): SVGPlot.fill(box, style, on: &writer)
        case .band(let style):
            var path = SVGPath()
            path.add(box)
            SVGPlot.shade(path, style, on: &writer)
        case .rule(let tint, let isVertical):
            let middle = x + symbolWidth / 2
            let upright = [Spot(middle, y - 7), Spot(middle, y + 7)]
            SVGPlot.rule(isVertical ? upright : ends, tint, on: &writer)
        case .zone:
            var path = SVGPath()
            path.add(box)
            writer.leaf(
                "path", SVGPaint.axis.fill + [("fill-opacity", "0.15"), ("d", path.data)])
        }
    }
}
