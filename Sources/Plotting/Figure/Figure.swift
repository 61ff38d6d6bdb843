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
