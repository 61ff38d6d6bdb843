/// A chart that is drawn as text and as SVG, with the same axes and labels.
///
/// For example:
///
/// ```swift
/// Figure("Gradient norm") {
///     Line(x: [0, 1, 2], y: [1, 0.3, 0.05], label: "‖∂L/∂H‖")
///     Rule(y: 0.1, label: "threshold")
/// }
/// .xAxis("step")
/// .yAxis("norm", scale: .log)
/// ```
///
/// Unsuitable data never prevent a figure: it draws what it can, and describes below the data that
/// it could not draw.
public struct Figure: Sendable {
    /// The title.
    package var title: String
    /// The marks.
    package var marks: [any Mark]
    /// The horizontal axis.
    package var x = Axis()
    /// The vertical axis.
    package var y = Axis()
    /// The caption under the figure.
    package var caption = ""
    /// Indicates whether bars are stacked.
    package var stacksBars = false
    /// The direction of bars, or `nil` to derive it from their names.
    package var barDirection: Direction?
    /// The height of the plot in the SVG in pixels, or `nil` for the default.
    package var plotHeight: Double?
    /// The rows of the plot in text, or `nil` for the default.
    package var plotRows: Int?

    /// Creates a figure of marks.
    public init(_ title: String = "", @MarkBuilder _ marks: () -> [any Mark]) {
        self.title = title
        self.marks = marks()
    }
}

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
