/// A shaded part of the plot, such as lengths that did not occur in training.
public struct Zone: Mark {
    /// The axis of the interval.
    private let direction: Direction
    /// The start, or `nil` for the end of the axis.
    private let lower: Double?
    /// The end, or `nil` for the end of the axis.
    private let upper: Double?
    /// The label in the legend.
    private let label: String

    /// Shades an interval of the horizontal axis.
    public init<Value: Plottable & Comparable>(x: ClosedRange<Value>, label: String = "") {
        self.init(.horizontal, x.lowerBound.plotValue, x.upperBound.plotValue, label)
    }

    /// Shades the horizontal axis from a value on.
    public init<Value: Plottable & Comparable>(x: PartialRangeFrom<Value>, label: String = "") {
        self.init(.horizontal, x.lowerBound.plotValue, nil, label)
    }

    /// Shades an interval of the vertical axis.
    public init<Value: Plottable & Comparable>(y: ClosedRange<Value>, label: String = "") {
        self.init(.vertical, y.lowerBound.plotValue, y.upperBound.plotValue, label)
    }

    /// Shades the vertical axis up to a value.
    public init<Value: Plottable & Comparable>(y: PartialRangeThrough<Value>, label: String = "") {
        self.init(.vertical, nil, y.upperBound.plotValue, label)
    }

    /// Shades the vertical axis from a value on.
    public init<Value: Plottable & Comparable>(y: PartialRangeFrom<Value>, label: String = "") {
        self.init(.vertical, y.lowerBound.plotValue, nil, label)
    }

    /// Shades an interval of an axis; bounds that are not finite are replaced by the axis's ends.
    private init(_ direction: Direction, _ lower: Double?, _ upper: Double?, _ label: String) {
        self.direction = direction
        self.lower = lower.flatMap { $0.isFinite ? $0 : nil }
        self.upper = upper.flatMap { $0.isFinite ? $0 : nil }
        self.label = label
    }

    /// Adds the interval to a sheet.
    public func lay(on sheet: inout Sheet) {
        for end in [lower, upper] {
            if direction == .vertical { sheet.y.include(end) } else { sheet.x.include(end) }
        }
        sheet.shapes.append(.zone(ZoneShape(direction: direction, lower: lower, upper: upper)))
        sheet.addLegend(label, .zone)
    }
}
