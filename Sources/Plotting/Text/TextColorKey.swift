package import Display

/// The key of a color scale as lines of text: a strip with ticks below.
package struct TextColorKey: Sendable {
    /// The lines.
    package let lines: [String]

    /// Creates a key.
    package init(_ colors: ColorScale, style: TextStyle, columns: Int) {
        let glyphs = TextGlyphs(style)
        let title = colors.title.spelled(in: style)
        let fitsBeside = title.columns + 2 + Self.length + Self.overhang <= columns
        let lead = fitsBeside && !title.isEmpty ? title.columns + 2 : 0
        let strip = (0..<Self.length).map { index in
            let fraction = (Double(index) + 0.5) / Double(Self.length)
            return glyphs.shade(.level(fraction), isDiverging: colors.isDiverging)
        }
        var lines = title.isEmpty || lead > 0 ? [] : title.wrapped(to: columns)
        let specials = Self.specials(of: colors, glyphs).map { "   " + $0 }.joined()
        let head = (lead > 0 ? title : "").padded(to: lead) + String(strip)
        if head.columns + specials.columns <= columns {
            lines.append(head + specials)
        } else {
            lines += [head, specials.singleLine]
        }
        lines.append(Self.ticks(of: colors, style: style, lead: lead))
        self.lines = lines
    }

    /// The columns of the strip.
    private static let length = 36
    /// The number of columns by which its labels may extend beyond it.
    private static let overhang = 6

    /// Returns the labels under the strip.
    private static func ticks(of colors: ColorScale, style: TextStyle, lead: Int) -> String {
        var line = ""
        for tick in colors.axis.ticks {
            guard case .fraction(let fraction)? = colors.axis.position(of: tick.value) else {
                continue
            }
            let label = tick.label(in: style)
            let center = lead + Int((fraction * Double(length - 1)).rounded())
            let start = max(0, center - (label.columns - 1) / 2)
            guard line.isEmpty || start > line.columns else { continue }
            line = line.padded(to: start) + label
        }
        return line
    }

    /// Returns the characters of values that have no position on the scale, with their meanings.
    private static func specials(of colors: ColorScale, _ glyphs: TextGlyphs) -> [String] {
        let glyph = { (shade: ColorScale.Shade) in String(glyphs.shade(shade, isDiverging: false))
        }
        var result: [String] = []
        if colors.axis.transform == .log && colors.extent.hasZero { result.append("0 zero") }
        if colors.extent.hasNaN { result.append(glyph(.notANumber) + " NaN") }
        if colors.extent.hasInfinity || colors.extent.hasNegativeInfinity {
            result.append(glyph(.infinite(isNegative: false)) + " infinite")
        }
        return result
    }
}
