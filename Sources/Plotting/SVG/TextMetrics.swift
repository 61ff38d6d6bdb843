internal import Display

/// Estimates of the size of text, never too small, so that texts do not overlap.
///
/// The widths are those of DejaVu Sans, the widest of the common fallback sans-serif fonts of
/// browsers; with any other font there is slightly more space.
package struct TextMetrics: Sendable, Hashable {
    /// The font size in pixels.
    package let size: Double
    /// Indicates whether the font is bold, and thus wider.
    package let isBold: Bool

    /// Creates the metrics of a font.
    package init(size: Double, isBold: Bool = false) {
        self.size = size
        self.isBold = isBold
    }

    /// The font of figure titles.
    package static let title = TextMetrics(size: 15, isBold: true)
    /// The font of panel titles.
    package static let heading = TextMetrics(size: 12.5, isBold: true)
    /// The font of axis titles, legends and notes.
    package static let label = TextMetrics(size: 12)
    /// The font of tick labels.
    package static let tick = TextMetrics(size: 11)

    /// Returns the width of a text on one line, in pixels.
    package func width(of text: String) -> Double {
        let units = text.reduce(0) { $0 + Self.units(of: $1) }
        return Double(units) / 1000 * size * (isBold ? 1.12 : 1)
    }

    /// The height of a line, in pixels.
    package var lineHeight: Double { (size * 1.4).rounded() }

    /// The height of the letters above the baseline, in pixels.
    package var ascent: Double { size * 0.93 }

    /// The depth of the letters below the baseline, in pixels.
    package var descent: Double { size * 0.24 }

    /// Returns a text cut to a width, with an ellipsis if something is omitted.
    package func elided(_ text: String, to width: Double) -> String {
        guard self.width(of: text) > width else { return text }
        var result = ""
        for character in text {
            guard self.width(of: result + String(character) + "…") <= width else { break }
            result.append(character)
        }
        return result + "…"
    }

    /// Returns a text broken between words into lines of at most the given width.
    package func wrapped(_ text: String, to width: Double) -> [String] {
        var lines: [String] = []
        var line = ""
        for word in text.split(separator: " ") {
            let longer = line.isEmpty ? String(word) : line + " " + word
            if self.width(of: longer) <= width {
                line = longer
                continue
            }
            if !line.isEmpty { lines.append(line) }
            line = String(word)
            while self.width(of: line) > width {
                let head = line.prefix { _ in true }.fitting(width, in: self)
                lines.append(head)
                line.removeFirst(head.count)
            }
        }
        if !line.isEmpty || lines.isEmpty { lines.append(line) }
        return lines
    }

    /// Returns the width of one character in thousandths of the font size.
    private static func units(of character: Character) -> Int {
        if let ascii = character.asciiValue {
            return ascii < 32 || ascii > 126 ? 0 : widths[Int(ascii) - 32]
        }
        switch character.columns {
        case 0: return 0
        case 2: return 1400
        default: break
        }
        switch character {
        case "…", "—": return 1000
        case "‖", "–": return 560
        case "⁰"..."ₜ", "¹", "²", "³": return 480
        case "α"..."ω", "∂": return 700
        default: return 860
        }
    }

    /// The widths of the characters from space to tilde.
    private static let widths = [
        318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337, 636, 636,
        636, 636, 636, 636, 636, 636, 636, 636, 337, 337, 838, 838, 838, 531, 1000, 684, 686, 698,
        770, 632, 575, 775, 752, 295, 295, 656, 557, 863, 748, 787, 603, 787, 695, 635, 611, 732,
        684, 989, 685, 611, 685, 390, 337, 390, 838, 500, 500, 613, 635, 550, 635, 615, 352, 635,
        634, 278, 278, 579, 278, 974, 634, 612, 635, 635, 411, 521, 392, 634, 592, 818, 592, 592,
        525, 636, 337, 636, 838,
    ]
}

extension Substring {
    /// Returns as many leading characters as fit a width, at least one.
    fileprivate func fitting(_ width: Double, in metrics: TextMetrics) -> String {
        var result = String(prefix(1))
        for character in dropFirst() {
            guard metrics.width(of: result + String(character)) <= width else { break }
            result.append(character)
        }
        return result
    }
}
