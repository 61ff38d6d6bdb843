internal import Display

/// A plot of an SVG with its title, legend, axes and remarks.
package struct SVGPanel: Sendable {
    /// The figure.
    private let plan: FigurePlan
    /// The room for labels to the left of the plot.
    private let margin: Double
    /// The font of the title.
    private let heading: TextMetrics
    /// Indicates whether the horizontal axis has labels.
    private let hasLabels: Bool
    /// The size of the plot including lanes.
    private let size: (width: Double, height: Double)

    /// The thickness of a lane of the vertical axis, in pixels.
    package static let laneHeight = 24.0
    /// The thickness of a lane of the horizontal axis, in pixels.
    package static let laneWidth = 64.0

    /// Creates a panel.
    package init(
        _ plan: FigurePlan, margin: Double, height: Double?, heading: TextMetrics,
        hasLabels: Bool, isPanel: Bool
    ) {
        self.plan = plan
        self.margin = margin
        self.heading = heading
        self.hasLabels = hasLabels
        let room = SVGFigure.width - 2 * SVGFigure.padding - margin - 12
        size = Self.size(of: plan, room: room, height: height, isPanel: isPanel)
    }

    /// Returns the size of the plot; the cells of a grid are square unless another height is set.
    private static func size(
        of plan: FigurePlan, room: Double, height: Double?, isPanel: Bool
    ) -> (width: Double, height: Double) {
        let lanes = laneHeight * Double(plan.y.lanes.count)
        let columns = Double(plan.cellColumns ?? 1)
        let rows = Double(plan.cellRows ?? 1)
        guard plan.hasGrid, plan.cellColumns != nil, plan.cellRows != nil else {
            let isLying = plan.cellRows != nil
            let usual = isLying ? rows * 34 : isPanel ? 110 : plan.surface != nil ? 340 : 260
            return (room, (height ?? min(1200, usual)) + lanes)
        }
        if isPanel && plan.fillsWidth { return (room, height ?? min(400, max(24, rows * 18))) }
        var cell = min(room / columns, (height ?? 400) / rows, isPanel ? 24 : 34)
        var width = cell * columns
        if let grid = plan.grid, grid.showsNumbers {
            let texts = grid.rows.flatMap { $0 }.compactMap { $0 }.map(TextPlot.gridSpelling)
            let needed = (texts.map(SVGPlot.cellFont.width).max() ?? 0) + 8
            width = min(room, max(width, needed * columns))
            cell = max(cell, min(22, 400 / rows))
        }
        return (width, height ?? cell * rows)
    }

    /// Writes the panel, and advances below it.
    package func write(at y: inout Double, on writer: inout SVGWriter) {
        if !plan.title.isEmpty { SVGFigure.write(plan.title, heading, at: &y, on: &writer) }
        SVGLegend(plan.legend).write(at: &y, on: &writer)
        if let colors = plan.colors {
            SVGColorKey(colors, surfaceStyle: plan.surfaceStyle).write(at: &y, on: &writer)
        }
        if !plan.y.title.isEmpty {
            let room = SVGFigure.width - 2 * SVGFigure.padding
            let title = TextMetrics.label.elided(plan.y.title, to: room)
            SVGFigure.write(title, .label, at: &y, on: &writer, paint: .soft)
        }
        y += 8
        let plot = SVGPlot(
            plan,
            box: Box(
                left: SVGFigure.padding + margin, top: y,
                right: SVGFigure.padding + margin + size.width, bottom: y + size.height))
        var drawn = plot
        drawn.draw()
        writer.append(drawn.writer)
        y += size.height
        writeHorizontalAxis(of: plot, at: &y, on: &writer)
        for note in plan.notes + drawn.notes {
            SVGFigure.write("! " + note, .label, at: &y, on: &writer, paint: .soft)
        }
        if !plan.caption.isEmpty {
            SVGFigure.write(plan.caption, .label, at: &y, on: &writer, paint: .soft)
        }
    }

    /// Writes the labels and the title under the plot.
    private func writeHorizontalAxis(
        of plot: SVGPlot, at y: inout Double, on writer: inout SVGWriter
    ) {
        y += 8
        guard hasLabels else { return }
        writeTickLabels(of: plot, at: &y, on: &writer)
        guard !plan.x.title.isEmpty else { return }
        let title = TextMetrics.label.elided(
            plan.x.title, to: SVGFigure.width - 2 * SVGFigure.padding)
        let half = TextMetrics.label.width(of: title) / 2
        let middle = (plot.box.left + plot.box.right) / 2
        let center = min(
            max(middle, SVGFigure.padding + half), SVGFigure.width - SVGFigure.padding - half)
        writer.text(
            title, x: center, baseline: y + TextMetrics.label.ascent, .label, .center, paint: .soft)
        y += TextMetrics.label.lineHeight
    }

    /// Writes the labels of ticks and lanes under the plot.
    private func writeTickLabels(
        of plot: SVGPlot, at y: inout Double, on writer: inout SVGWriter
    ) {
        let metrics = TextMetrics.tick
        var labels = plan.x.ticks.compactMap { tick in
            plot.frame.x.place(of: tick.value).map { ($0.at, tick.label) }
        }
        let lanes = zip(plan.x.lanes, plot.frame.x.laneCenters).map {
            ($1, $0.label(in: .unicode))
        }
        labels = lanes + labels
        var boxes: [Box] = []
        for (x, label) in labels {
            let half = metrics.width(of: label) / 2
            let center = min(max(x, SVGFigure.padding + half), SVGFigure.width - 6 - half)
            let baseline = y + metrics.ascent
            let box = Box(label, x: center, baseline: baseline, metrics, .center)
            // A long number at the end of the scale is omitted in favor of the label of a lane.
            guard !boxes.contains(where: box.overlaps) else { continue }
            boxes.append(box)
            writer.text(label, x: center, baseline: baseline, metrics, .center, paint: .soft)
        }
        if !labels.isEmpty { y += metrics.lineHeight + 2 }
    }
}
