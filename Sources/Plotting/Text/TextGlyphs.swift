package import Display

/// The characters for markers, fills and shades in text.
package struct TextGlyphs: Sendable, Hashable {
    /// The style, which determines the characters.
    package let style: TextStyle

    /// Creates the characters of a style.
    package init(_ style: TextStyle) {
        self.style = style
    }

    /// Returns the marker of a series.
    package func marker(_ series: SeriesStyle) -> Character {
        if style == .ascii { return Self.pick("*o+x#@", series.index) }
        return Self.pick("●▲■◆▼✕", series.marker.rawValue)
    }

    /// Returns the fill of a series of bars.
    package func bar(_ series: SeriesStyle) -> Character {
        Self.pick(style == .ascii ? "#=:%+o" : "█░▓▒▚▞", series.index)
    }

    /// Returns the fill of a series' band.
    package func band(_ series: SeriesStyle) -> Character {
        Self.pick(style == .ascii ? ":/\\%" : "░╱╲╳", series.index)
    }

    /// The fill of a shaded part of the plot.
    package var zone: Character { style == .ascii ? "." : "·" }

    /// Returns a stretch of reference line.
    package func rule(_ direction: Direction) -> Character {
        // A horizontal line belongs to a value of the vertical axis.
        if direction == .vertical { return style == .ascii ? "-" : "┄" }
        return style == .ascii ? "|" : "┊"
    }

    /// Returns the text that marks an infinite value or NaN.
    package func failure(isNaN: Bool, isNegative: Bool) -> String {
        if isNaN { return "NaN" }
        return (isNegative ? "-" : "") + (style == .ascii ? "inf" : "∞")
    }

    /// Returns the mark where a line leaves the plot.
    package func exit(_ direction: Spot) -> Character {
        // A dot is half a column wide and a quarter of a row high, so the two can be compared
        // directly.
        if direction.x.magnitude > direction.y.magnitude {
            if style == .ascii { return direction.x > 0 ? ">" : "<" }
            return direction.x > 0 ? "▶" : "◀"
        }
        if style == .ascii { return direction.y < 0 ? "^" : "v" }
        return direction.y < 0 ? "△" : "▽"
    }

    /// Returns the character of a colored cell.
    package func shade(_ shade: ColorScale.Shade, isDiverging: Bool) -> Character {
        switch shade {
        case .absent: " "
        case .notANumber: style == .ascii ? "?" : "×"
        case .infinite: style == .ascii ? "!" : "∞"
        case .zero: "0"
        case .level(let fraction): level(fraction, isDiverging: isDiverging)
        }
    }

    /// The characters of a key to magnitudes, from the smallest to the largest.
    private var magnitudes: String { style == .ascii ? ".:-=+*#%@" : "·░▒▓█" }

    /// The characters of a diverging key: dotted for negative, shaded for positive values.
    private var signed: String { style == .ascii ? "%=-,.:+*#" : "⣿⠶⠒⠂·░▒▓█" }

    /// Returns the character of a position between the ends of a key.
    private func level(_ fraction: Double, isDiverging: Bool) -> Character {
        let characters = isDiverging ? signed : magnitudes
        let count = Double(characters.count)
        return Self.pick(characters, min(characters.count - 1, Int(fraction * count)))
    }

    /// Returns the character at an index, repeating.
    private static func pick(_ characters: String, _ index: Int) -> Character {
        let all = Array(characters)
        return all[index.magnitudeModulo(all.count)]
    }
}
