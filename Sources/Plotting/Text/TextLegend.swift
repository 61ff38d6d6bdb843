package import Display

/// The legend as lines of text: symbols with their labels, as many per line as fit.
package struct TextLegend: Sendable {
    /// The lines.
    package let lines: [String]

    /// Creates a legend.
    package init(_ entries: [LegendEntry], style: TextStyle, columns: Int) {
        let glyphs = TextGlyphs(style)
        var lines: [String] = []
        for entry in entries {
            let symbols = entry.symbols.map { Self.symbol($0, glyphs) }
            let symbol = symbols.joined()
            let label = entry.label.spelled(in: style).elided(
                to: columns - symbol.columns - 1, style: style)
            let text = symbol + " " + label
            if let last = lines.last, last.columns + 3 + text.columns <= columns {
                lines[lines.count - 1] = last + "   " + text
            } else {
                lines.append(text)
            }
        }
        self.lines = lines
    }

    /// Returns the symbol of a mark in two to four characters.
    private static func symbol(_ symbol: LegendEntry.Symbol, _ glyphs: TextGlyphs) -> String {
        switch symbol {
        case .line(let style, let hasLine, let hasMarker):
            let marker = String(glyphs.marker(style))
            guard hasLine else { return marker }
            if glyphs.style == .ascii { return hasMarker ? marker + marker + marker : "--" }
            let (left, right) = Self.strokes(style.dash)
            return left + (hasMarker ? marker : "⠒") + right
        case .bar(let style): return String(repeating: glyphs.bar(style), count: 2)
        case .band(let style): return String(repeating: glyphs.band(style), count: 2)
        case .rule(_, let isVertical):
            return isVertical
                ? String(glyphs.rule(.horizontal))
                : String(repeating: glyphs.rule(.vertical), count: 2)
        case .zone: return "\(glyphs.zone) \(glyphs.zone)"
        }
    }

    /// Returns the dash pattern of a line, on both sides of its marker.
    private static func strokes(_ dash: Dash) -> (String, String) {
        switch dash {
        case .automatic, .solid: ("⠒⠒", "⠒⠒")
        case .dashed: ("⠒⠂", "⠒⠂")
        case .dotted: ("⠂⠐", "⠐⠂")
        case .dashDotted: ("⠒⠂", "⠐⠒")
        case .longDashed: ("⠒⠒⠒", "⠐⠒⠒")
        case .dashDotDotted: ("⠒⠂⠐", "⠐⠒")
        }
    }
}
