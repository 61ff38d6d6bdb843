/// How a line is broken, so that lines differ by more than color.
public enum Dash: Sendable, Hashable, CaseIterable {
    /// Solid for a figure's first series, then each series its own.
    case automatic
    /// Without gaps.
    case solid
    /// Strokes.
    case dashed
    /// Dots.
    case dotted
    /// Strokes and dots in turn.
    case dashDotted
    /// Long strokes.
    case longDashed
    /// A stroke and two dots in turn.
    case dashDotDotted

    /// Returns the dash of a series, counted from 0.
    package static func ofSeries(_ index: Int) -> Dash {
        [.solid, .dashed, .dotted, .dashDotted, .longDashed, .dashDotDotted][
            index.magnitudeModulo(6)]
    }

    /// The lengths of strokes and gaps in turn, in widths of a thin line; empty for solid lines.
    package var lengths: [Int] {
        switch self {
        case .automatic, .solid: []
        case .dashed: [6, 4]
        case .dotted: [2, 3]
        case .dashDotted: [7, 3, 2, 3]
        case .longDashed: [12, 4]
        case .dashDotDotted: [8, 3, 2, 3, 2, 3]
        }
    }

    /// The same rhythm in the dots of braille characters: how many are set, how many left out.
    package var dots: [Int] {
        switch self {
        case .automatic, .solid: []
        case .dashed: [3, 2]
        case .dotted: [1, 2]
        case .dashDotted: [4, 2, 1, 2]
        case .longDashed: [6, 2]
        case .dashDotDotted: [4, 2, 1, 2, 1, 2]
        }
    }
}

extension Int {
    /// Returns the remainder that is never negative.
    package func magnitudeModulo(_ divisor: Int) -> Int {
        let rest = self % divisor
        return rest < 0 ? rest + divisor : rest
    }
}
