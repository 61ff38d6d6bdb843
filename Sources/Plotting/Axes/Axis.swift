/// The settings of one axis of a figure.
public struct Axis: Sendable, Hashable {
    /// The choice of ticks.
    public enum Ticks: Sendable, Hashable {
        /// Round numbers; integers if all data are integers.
        case automatic
        /// Integers only.
        case integers
        /// The given values.
        case at([Double])
    }

    /// The label, such as "step".
    public var label: String
    /// The unit of the numbers, shown in parentheses after the label.
    public var unit: String?
    /// The scale.
    public var scale: Scale
    /// The values at the two ends, or `nil` to derive them from the data.
    public var range: ClosedRange<Double>?
    /// Indicates whether values increase to the left, or downwards.
    public var isReversed: Bool
    /// The choice of ticks.
    public var ticks: Ticks

    /// Creates an axis; every setting can be derived from the data.
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
