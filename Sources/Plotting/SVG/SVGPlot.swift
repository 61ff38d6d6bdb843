internal import Display

/// The drawing of a plot's shapes in pixels.
package struct SVGPlot: Sendable, ShapeRenderer {
    /// The figure.
    package let plan: FigurePlan
    /// The rectangle of the plot including lanes.
    package let box: Box
    /// The mapping of values to positions.
    package let frame: PlotFrame
    /// The elements drawn so far.
    package var writer = SVGWriter()
    /// The remarks about values that could not be drawn.
    package var notes: [String] = []
    /// The areas with lines, which notes avoid.
    package var ink = InkMap()

    /// The frames of the marks of infinite values and NaN.
    package var badges: [Box] = []

    /// The font of numbers in cells.
    package static let cellFont = TextMetrics(size: 10)

    /// Creates a drawing in a rectangle.
    package init(_ plan: FigurePlan, box: Box) {
        self.plan = plan
        self.box = box
        let (before, after) = Self.lanes(plan.x, size: SVGPanel.laneWidth)
        let (below, above) = Self.lanes(plan.y, size: SVGPanel.laneHeight)
        // Markers at the ends of an axis need half their width; cells and bars do not.
        let inset = plan.cellColumns == nil && plan.surface == nil ? 8.0 : 0
        let left = box.left + before + inset
        let right = box.right - after - inset
        let (top, bottom) = (box.top + above, box.bottom - below)
        let x = Ruler(
            plan: plan.x, start: left, end: right,
            laneCenters: Self.centers(
                plan.x, low: box.left + before, high: box.right - after, size: SVGPanel.laneWidth))
        let y = Ruler(
            plan: plan.y, start: bottom, end: top,
            laneCenters: Self.centers(plan.y, low: bottom, high: top, size: -SVGPanel.laneHeight))
        frame = PlotFrame(x: x, y: y)
    }

    /// Returns the room for lanes before and after a scale.
    private static func lanes(_ plan: AxisPlan, size: Double) -> (Double, Double) {
        let after = plan.lanes.count(where: plan.isLaneFar)
        return (size * Double(plan.lanes.count - after), size * Double(after))
    }

    /// Returns the centers of lanes, outwards from both ends of a scale.
    private static func centers(
        _ plan: AxisPlan, low: Double, high: Double, size: Double
    ) -> [Double] {
        // Slightly more than half a lane, so that a lane's label keeps a distance from the last
        // tick's.
        var (before, after) = (0.58, 0.58)
        return plan.lanes.map { lane in
            if plan.isLaneFar(lane) {
                after += 1
                return high + (after - 1) * size
            }
            before += 1
            return low - (before - 1) * size
        }
    }

    /// Draws everything.
    package mutating func draw() {
        if !plan.hasGrid { drawScaffold() }
        // Lines that run along the end of an axis lie over it, areas and bars under it.
        for shape in plan.shapes where !shape.isLine { draw(shape) }
        drawVerticalLabels()
        if !plan.hasGrid { drawBaseLine() }
        for shape in plan.shapes where shape.isLine { draw(shape) }
        if plan.isEmpty {
            let middle = (box.left + box.right) / 2
            writer.text(
                FigurePlan.emptyMessage, x: middle, baseline: (box.top + box.bottom) / 2, .label,
                .center, paint: .soft)
        }
    }

    /// Draws the grid lines and the lanes.
    private mutating func drawScaffold() {
        var lines = SVGPath()
        for tick in plan.y.ticks where !plan.y.isCategorical {
            guard let place = frame.y.place(of: tick.value) else { continue }
            lines.add([Spot(box.left, place.at), Spot(box.right, place.at)])
        }
        if plan.y.isCategorical {
            for tick in plan.x.ticks {
                guard let place = frame.x.place(of: tick.value) else { continue }
                lines.add([Spot(place.at, box.top), Spot(place.at, box.bottom)])
            }
        }
        writer.leaf("path", SVGPaint.gridLine.stroke + [("d", lines.data)])
        var lanes = SVGPath()
        for center in frame.y.laneCenters {
            let half = SVGPanel.laneHeight / 2 - 3
            lanes.add(
                Box(left: box.left, top: center - half, right: box.right, bottom: center + half))
        }
        for center in frame.x.laneCenters {
            let half = SVGPanel.laneWidth / 2 - 4
            lanes.add(
                Box(left: center - half, top: box.top, right: center + half, bottom: box.bottom))
        }
        guard !lanes.data.isEmpty else { return }
        writer.leaf("path", SVGPaint.axis.fill + [("fill-opacity", "0.1"), ("d", lanes.data)])
    }

    /// Draws the line at the bottom with its ticks.
    private mutating func drawBaseLine() {
        var path = SVGPath([Spot(box.left, box.bottom), Spot(box.right, box.bottom)])
        for tick in plan.x.ticks where !plan.x.isCategorical {
            guard let place = frame.x.place(of: tick.value) else { continue }
            path.add([Spot(place.at, box.bottom), Spot(place.at, box.bottom + 4)])
        }
        if plan.y.isCategorical || plan.surface != nil {
            path.add([Spot(box.left, box.top), Spot(box.left, box.bottom)])
        }
        writer.leaf("path", SVGPaint.axis.stroke + [("d", path.data)])
        // If there are values on both sides of zero, bars start at zero.
        guard plan.hasBars, !plan.y.isCategorical, let zero = frame.y.place(of: 0), !zero.isInLane,
            frame.y.spans(zero.at)
        else { return }
        let line = SVGPath([Spot(box.left, zero.at), Spot(box.right, zero.at)])
        writer.leaf("path", SVGPaint.axis.stroke + [("d", line.data)])
    }

    /// Writes the labels of the vertical axis.
    private mutating func drawVerticalLabels() {
        let metrics = TextMetrics.tick
        let room = box.left - SVGFigure.padding - 6
        var labels = plan.y.ticks.compactMap { tick in
            frame.y.place(of: tick.value).map { ($0.at, tick.label) }
        }
        labels += zip(plan.y.lanes, frame.y.laneCenters).map { ($1, $0.label(in: .unicode)) }
        for (y, label) in labels {
            writer.text(
                metrics.elided(label, to: room), x: box.left - 6, baseline: y + metrics.size * 0.36,
                metrics, .trailing, paint: .soft)
        }
    }
}
