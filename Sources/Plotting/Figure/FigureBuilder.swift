/// The result builder for the figures of panels.
@resultBuilder public enum FigureBuilder {
    /// Builds a single figure.
    public static func buildExpression(_ figure: Figure) -> [Figure] { [figure] }

    /// Combines consecutive figures.
    public static func buildBlock(_ figures: [Figure]...) -> [Figure] { figures.flatMap { $0 } }

    /// Combines the iterations of a loop.
    public static func buildArray(_ figures: [[Figure]]) -> [Figure] { figures.flatMap { $0 } }

    /// Builds the figures of an `if` without `else`.
    public static func buildOptional(_ figures: [Figure]?) -> [Figure] { figures ?? [] }

    /// Builds the figures of an `if`.
    public static func buildEither(first figures: [Figure]) -> [Figure] { figures }

    /// Builds the figures of an `else`.
    public static func buildEither(second figures: [Figure]) -> [Figure] { figures }
}
