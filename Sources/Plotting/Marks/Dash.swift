/// The dash pattern of a line, which distinguishes series without color.
public enum Dash: Sendable, Hashable, CaseIterable {
    /// Solid for a figure's first series, and a different pattern for each further one.
    case automatic
    /// A solid line.
    case solid
    /// Dashes.
    case dashed
    /// Dots.
    case dotted
    /// Alternating dashes and dots.
    case dashDotted
    /// Long dashes.
    case longDashed
    /// A dash and two dots alternating.
    case dashDotDotted

    /// Returns the pattern of a series, counted from 0.
    package static func ofSeries(_ index: Int) -> Dash {
        [.solid, .dashed, .dotted, .dashDotted, .longDashed, .dashDotDotted][
            index.magnitudeModulo(6)]
    }

    /// The lengths of dashes and gaps, in widths of a thin line; empty for solid lines.
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

    /// The pattern in braille dots: the numbers of set and unset dots.
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
    /// Returns the non-negative remainder.
    package func magnitudeModulo(_ divisor: Int) -> Int {
        let rest = self % divisor
        return rest < 0 ? rest + divisor : rest
    }
}
