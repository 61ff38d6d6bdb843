/// Collects the marks that stand between the braces of a figure.
@resultBuilder public enum MarkBuilder {
    /// Takes one mark.
    public static func buildExpression(_ mark: any Mark) -> [any Mark] { [mark] }

    /// Joins what stands one below the other.
    public static func buildBlock(_ marks: [any Mark]...) -> [any Mark] { marks.flatMap { $0 } }

    /// Joins the rounds of a loop.
    public static func buildArray(_ marks: [[any Mark]]) -> [any Mark] { marks.flatMap { $0 } }

    /// Takes the marks of an `if` without `else`.
    public static func buildOptional(_ marks: [any Mark]?) -> [any Mark] { marks ?? [] }

    /// Takes the marks of an `if`.
    public static func buildEither(first marks: [any Mark]) -> [any Mark] { marks }

    /// Takes the marks of an `else`.
    public static func buildEither(second marks: [any Mark]) -> [any Mark] { marks }
}
