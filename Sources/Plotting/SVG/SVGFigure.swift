package import Display

/// The layout of a figure, or of vertically stacked panels, as SVG.
package struct SVGFigure: Sendable {
    /// The common title.
    private let title: String
    /// The panels.
    private let panels: [FigurePlan]
    /// The heights of the panels' plots without lanes, or `nil` for the default.
    private let heights: [Double?]
    /// Indicates whether the panels share a horizontal axis, which is labeled only in the last one.
    private let sharesX: Bool

    /// The width of the picture, in pixels.
    package static let width = 640.0
    /// The distance between the card's edge and its contents, in pixels.
    package static let padding = 14.0

    /// Creates the layout of panels.
    package init(title: String, panels: [FigurePlan], heights: [Double?], sharesX: Bool) {
        self.title = title
        self.panels = panels
        self.heights = heights
        self.sharesX = sharesX
    }

    /// The complete SVG document with its description.
    package var drawing: SVG {
        var writer = SVGWriter()
        var y = Self.padding
        let margin = panels.map { Self.margin(of: $0) }.max() ?? 0
        if !title.isEmpty {
            Self.write(title, .title, at: &y, on: &writer)
            y += 5
        }
        for (index, plan) in panels.enumerated() {
            if index > 0 { y += 10 }
            let panel = SVGPanel(
                plan, margin: margin, height: heights[index],
                heading: panels.count > 1 ? .heading : .title,
                hasLabels: !sharesX || index == panels.count - 1, isPanel: panels.count > 1)
            panel.write(at: &y, on: &writer)
        }
        return SVGDocument(
            name: SpokenText([title] + panels.flatMap(\.spokenSentences)).text, width: Self.width,
            height: (y + Self.padding - 2).rounded(.up),
            body: writer.body
        ).drawing
    }

    /// Returns the room for labels to the left of a plot.
    private static func margin(of plan: FigurePlan) -> Double {
        let labels = plan.y.ticks.map(\.label) + plan.y.lanes.map { $0.label(in: .unicode) }
        return min(width * 0.45, (labels.map(TextMetrics.tick.width).max() ?? 0) + 8)
    }

    /// Writes a text of several lines, and advances below it.
    package static func write(
        _ text: String, _ metrics: TextMetrics, at y: inout Double, on writer: inout SVGWriter,
        paint: SVGPaint = .ink
    ) {
        for line in metrics.wrapped(text.singleLine, to: width - 2 * padding) {
            writer.text(line, x: padding, baseline: y + metrics.ascent, metrics, paint: paint)
            y += metrics.lineHeight
        }
    }
}
