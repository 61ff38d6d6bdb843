/// Collects the figures that stand between the braces of panels.
@resultBuilder public enum FigureBuilder {
    /// Takes one figure.
    public static func buildExpression(_ figure: Figure) -> [Figure] { [figure] }

    /// Joins what stands one below the other.
    public static func buildBlock(_ figures: [Figure]...) -> [Figure] { figures.flatMap { $0 } }

    /// Joins the rounds of a loop.
    public static func buildArray(_ figures: [[Figure]]) -> [Figure] { figures.flatMap { $0 } }

    /// Takes the figures of an `if` without `else`.
    public static func buildOptional(_ figures: [Figure]?) -> [Figure] { figures ?? [] }

    /// Takes the figures of an `if`.
    public static func buildEither(first figures: [Figure]) -> [Figure] { figures }

    /// Takes the figures of an `else`.
    public static func buildEither(second figures: [Figure]) -> [Figure] { figures }
}
