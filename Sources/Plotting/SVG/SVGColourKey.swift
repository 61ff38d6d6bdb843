/// The key from numbers to colours: a strip with its ticks below.
package struct SVGColourKey: Sendable {
    /// The key.
    private let colours: ColourScale
    /// How the surface is coloured, where there is one.
    private let surfaceStyle: FigurePlan.SurfaceStyle
    /// The width of the strip, in pixels.
    private static let width = 240.0
    /// The height of the strip, in pixels.
    private static let height = 11.0

    /// Prepares a key.
    package init(_ colours: ColourScale, surfaceStyle: FigurePlan.SurfaceStyle) {
        self.colours = colours
        self.surfaceStyle = surfaceStyle
    }

    /// Writes the key, moving on below it.
    package func write(at y: inout Double, on writer: inout SVGWriter) {
        let (left, right) = (SVGFigure.padding, SVGFigure.width - SVGFigure.padding)
        let metrics = TextMetrics.label
        var x = left
        y += 3
        let titleWidth = metrics.width(of: colours.title)
        if left + titleWidth + 12 + Self.width > right - 20 {
            SVGFigure.write(colours.title, metrics, at: &y, on: &writer)
        } else if !colours.title.isEmpty {
            writer.text(colours.title, x: x, baseline: y + Self.height - 0.5, metrics)
            x += titleWidth + 12
        }
        // Labels at the strip's ends reach beyond it.
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
        let paints = SVGPaint.scale(isDiverging: colours.isDiverging, surfaceStyle)
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
        for tick in colours.axis.ticks {
            guard case .fraction(let fraction)? = colours.axis.position(of: tick.value) else {
                continue
            }
            let half = metrics.width(of: tick.label) / 2
            let centre = max(x + fraction * Self.width, SVGFigure.padding + half)
            guard centre - half > end + 3 else { continue }
            writer.leaf(
                "path",
                SVGPaint.axis.stroke + [
                    ("d", SVGPath([Spot(centre, y - 4), Spot(centre, y - 1)]).data)
                ])
            writer.text(
                tick.label, x: centre, baseline: y + metrics.ascent, metrics, .centre, paint: .soft)
            end = centre + half
        }
    }

    /// Writes the looks of values that have no place on the scale, with what they mean.
    private func writeSpecials(x: Double, y: inout Double, on writer: inout SVGWriter) {
        var entries: [(ColourScale.Shade, String)] = []
        if colours.axis.transform == .log && colours.extent.hasZero {
            entries.append((.zero, "zero"))
        }
        if colours.extent.hasNaN { entries.append((.notANumber, "NaN")) }
        if colours.extent.hasInfinity || colours.extent.hasNegativeInfinity {
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
            SVGPlot.special(shade, in: box, isSurface: surfaceStyle != .coloured, on: &writer)
            writer.text(label, x: x + 22, baseline: y + Self.height - 0.5, metrics)
            x += 40 + metrics.width(of: label)
        }
    }
}
