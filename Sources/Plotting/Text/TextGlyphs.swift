package import Display

/// The characters that stand for markers, fills and shades in text.
package struct TextGlyphs: Sendable, Hashable {
    /// The characters to choose from.
    package let style: TextStyle

    /// Chooses from the characters of a style.
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
        // A horizontal line marks a value of the vertical axis.
        if direction == .vertical { return style == .ascii ? "-" : "┄" }
        return style == .ascii ? "|" : "┊"
    }

    /// Returns the text that marks a value that is infinite or not a number.
    package func failure(isNaN: Bool, isNegative: Bool) -> String {
        if isNaN { return "NaN" }
        return (isNegative ? "-" : "") + (style == .ascii ? "inf" : "∞")
    }

    /// Returns the mark where a line leaves the plot.
    package func exit(_ direction: Spot) -> Character {
        // A dot is half a column wide and a quarter of a row high, so the two compare as they are.
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

    /// The characters of a key to magnitudes, from the least to the greatest.
    private var magnitudes: String { style == .ascii ? ".:-=+*#%@" : "·░▒▓█" }

    /// The characters of a key to signed values: below zero dotted, above it shaded.
    private var signed: String { style == .ascii ? "%=-,.:+*#" : "⣿⠶⠒⠂·░▒▓█" }

    /// Returns the character of a place between the ends of a key.
    private func level(_ fraction: Double, isDiverging: Bool) -> Character {
        let characters = isDiverging ? signed : magnitudes
        let count = Double(characters.count)
        return Self.pick(characters, min(characters.count - 1, Int(fraction * count)))
    }

    /// Returns the character with a number, over and over.
    private static func pick(_ characters: String, _ index: Int) -> Character {
        let all = Array(characters)
        return all[index.magnitudeModulo(all.count)]
    }
}
