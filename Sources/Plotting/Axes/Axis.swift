/// What a person asks of one axis of a figure.
public struct Axis: Sendable, Hashable {
    /// Which places along an axis get a tick.
    public enum Ticks: Sendable, Hashable {
        /// Round numbers, whole ones where all data are whole.
        case automatic
        /// Whole numbers only.
        case integers
        /// The given values.
        case at([Double])
    }

    /// What the axis measures, such as "step".
    public var label: String
    /// The unit of the numbers, shown in parentheses after the label.
    public var unit: String?
    /// How values become places.
    public var scale: Scale
    /// The values at the two ends, or nothing where the data decide.
    public var range: ClosedRange<Double>?
    /// Whether the values grow to the left, or downwards.
    public var isReversed: Bool
    /// Which places get a tick.
    public var ticks: Ticks

    /// Describes an axis; everything can be left to the data.
    public init(
        _ label: String = "", unit: String? = nil, scale: Scale = .linear,
        range: ClosedRange<Double>? = nil, isReversed: Bool = false, ticks: Ticks = .automatic
    ) {
        self.label = label
        self.unit = unit
        self.scale = scale
        self.range = range
        self.isReversed = isReversed
        self.ticks = ticks
    }

    /// The label with its unit, on one line.
    package var title: String {
        guard let unit, !unit.isEmpty else { return label.singleLine }
        return label.isEmpty ? unit.singleLine : "\(label) (\(unit))".singleLine
    }
}
