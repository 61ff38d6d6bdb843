/// A reference line across the whole plot, such as a threshold.
public struct Rule: Mark {
    /// The axis of the value.
    private let direction: Direction
    /// Indicates whether the value is NaN.
    private let value: Double
    /// The label in the legend.
    private let label: String
    /// The role of the color.
    private let tint: Tint

    /// Creates a horizontal line at a value of the vertical axis.
    public init(y: some Plottable, label: String = "", tint: Tint = .ink) {
        direction = .vertical
        value = y.plotValue ?? .nan
        self.label = label
        self.tint = tint
    }

    /// Creates a vertical line at a value of the horizontal axis.
    public init(x: some Plottable, label: String = "", tint: Tint = .ink) {
        direction = .horizontal
        value = x.plotValue ?? .nan
        self.label = label
        self.tint = tint
    }

    /// Adds the line to a sheet.
    public func lay(on sheet: inout Sheet) {
        guard value.isFinite else {
            let spelling = NumberFormat.nonFiniteSpelling(of: value)
            return sheet.addNote("no line can be drawn at \(spelling)", about: label)
        }
        if direction == .vertical { sheet.y.include(value) } else { sheet.x.include(value) }
        let tint = self.tint == .automatic ? .ink : self.tint
        sheet.shapes.append(.rule(RuleShape(direction: direction, value: value, tint: tint)))
        sheet.addLegend(label, .rule(tint, isVertical: direction == .horizontal))
    }
}
