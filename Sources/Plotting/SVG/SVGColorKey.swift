/// The key of a color scale: a strip with ticks below.
package struct SVGColorKey: Sendable {
    /// The color scale.
    private let colors: ColorScale
    /// The colors of the surface, if there is one.
    private let surfaceStyle: FigurePlan.SurfaceStyle
    /// The width of the strip, in pixels.
    private static let width = 240.0
    /// The height of the strip, in pixels.
    private static let height = 11.0

    /// Creates a key.
    package init(_ colors: ColorScale, surfaceStyle: FigurePlan.SurfaceStyle) {
        self.colors = colors
        self.surfaceStyle = surfaceStyle
    }

    /// Writes the key, and advances below it.
    package func write(at y: inout Double, on writer: inout SVGWriter) {
        let (left, right) = (SVGFigure.padding, SVGFigure.width - SVGFigure.padding)
        let metrics = TextMetrics.label
        var x = left
        y += 3
        let titleWidth = metrics.width(of: colors.title)
        if left + titleWidth + 12 + Self.width > right - 20 {
            SVGFigure.write(colors.title, metrics, at: &y, on: &writer)
        } else if !colors.title.isEmpty {
            writer.text(colors.title, x: x, baseline: y + Self.height - 0.5, metrics)
            x += titleWidth + 12
        }
        // Labels at the strip's ends extend beyond it.
        x = max(x, left + 14)
        writeStrip(x: x, y: y, on: &writer)
        var specialY = y
        writeSpecials(x: x + Self.width + 24, y: &specialY, on: &writer)
        y = max(y, specialY) + Self.height + 4
        writeTicks(x: x, y: y, on: &writer)
        y += TextMetrics.tick.lineHeight + 2
    }

    /// Writes the strip.
    private func writeStrip(x: Double, y: Double, on writer: inout SVGWriter) {
        let paints = SVGPaint.scale(isDiverging: colors.isDiverging, surfaceStyle)
        let step = Self.width / Double(paints.count)
        if surfaceStyle == .pale { writer.open("g", [("opacity", SVGPaint.paleOpacity)]) }
        for (index, paint) in paints.enumerated() {
            var path = SVGPath()
            let start = x + Double(index) * step
            path.add(Box(left: start, top: y, right: start + step, bottom: y + Self.height))
            writer.leaf("path", paint.fill + [("d", path.data), ("shape-rendering", "crispEdges")])
        }
        if surfaceStyle == .pale { writer.close("g") }
    }

    /// Writes the labels under the strip.
    private func writeTicks(x: Double, y: Double, on writer: inout SVGWriter) {
        let metrics = TextMetrics.tick
        var end = -Double.infinity
        for tick in colors.axis.ticks {
            guard case .fraction(let fraction)? = colors.axis.position(of: tick.value) else {
                continue
            }
            let half = metrics.width(of: tick.label) / 2
            let center = max(x + fraction * Self.width, SVGFigure.padding + half)
            guard center - half > end + 3 else { continue }
            writer.leaf(
                "path",
                SVGPaint.axis.stroke + [
                    ("d", SVGPath([Spot(center, y - 4), Spot(center, y - 1)]).data)
                ])
            writer.text(
                tick.label, x: center, baseline: y + metrics.ascent, metrics, .center, paint: .soft)
            end = center + half
        }
    }

    /// Writes the samples of values that have no position on the scale, with their meanings.
    private func writeSpecials(x: Double, y: inout Double, on writer: inout SVGWriter) {
        var entries: [(ColorScale.Shade, String)] = []
        if colors.axis.transform == .log && colors.extent.hasZero {
            entries.append((.zero, "zero"))
        }
        if colors.extent.hasNaN { entries.append((.notANumber, "NaN")) }
        if colors.extent.hasInfinity || colors.extent.hasNegativeInfinity {
            entries.append((.infinite(isNegative: false), "infinite"))
        }
        let metrics = TextMetrics.label
        let total = entries.reduce(0) { $0 + 40 + metrics.width(of: $1.1) }
        var x = x
        if x + total > SVGFigure.width - SVGFigure.padding {
            x = SVGFigure.padding
            y += Self.height + 24
        }
        for (shade, label) in entries {
            let box = Box(left: x, top: y, right: x + 16, bottom: y + Self.height)
            SVGPlot.special(shade, in: box, isSurface: surfaceStyle != .colored, on: &writer)
            writer.text(label, x: x + 22, baseline: y + Self.height - 0.5, metrics)
            x += 40 + metrics.width(of: label)
        }
    }
}
