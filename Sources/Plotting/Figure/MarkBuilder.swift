/// The result builder for the marks of a figure.
@resultBuilder public enum MarkBuilder {
    /// Builds a single mark.
    public static func buildExpression(_ mark: any Mark) -> [any Mark] { [mark] }

    /// Combines consecutive marks.
    public static func buildBlock(_ marks: [any Mark]...) -> [any Mark] { marks.flatMap { $0 } }

    /// Combines the iterations of a loop.
    public static func buildArray(_ marks: [[any Mark]]) -> [any Mark] { marks.flatMap { $0 } }

    /// Builds the marks of an `if` without `else`.
    public static func buildOptional(_ marks: [any Mark]?) -> [any Mark] { marks ?? [] }

    /// Builds the marks of an `if`.
    public static func buildEither(first marks: [any Mark]) -> [any Mark] { marks }

    /// Builds the marks of an `else`.
    public static func buildEither(second marks: [any Mark]) -> [any Mark] { marks }
}
