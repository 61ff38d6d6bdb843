/// A shaded part of the plot, such as lengths that were not seen in training.
public struct Zone: Mark {
    /// The axis on which the stretch lies.
    private let direction: Direction
    /// Where it starts, or nothing for the end of the axis.
    private let lower: Double?
    /// Where it ends, or nothing for the end of the axis.
    private let upper: Double?
    /// What the part stands for, as the legend says it.
    private let label: String

    /// Shades a stretch of the horizontal axis.
    public init<Value: Plottable & Comparable>(x: ClosedRange<Value>, label: String = "") {
        self.init(.horizontal, x.lowerBound.plotValue, x.upperBound.plotValue, label)
    }

    /// Shades the horizontal axis from a value on.
    public init<Value: Plottable & Comparable>(x: PartialRangeFrom<Value>, label: String = "") {
        self.init(.horizontal, x.lowerBound.plotValue, nil, label)
    }

    /// Shades a stretch of the vertical axis.
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

    /// Shades a stretch of an axis; ends that are not finite are taken as the axis's.
    private init(_ direction: Direction, _ lower: Double?, _ upper: Double?, _ label: String) {
        self.direction = direction
        self.lower = lower.flatMap { $0.isFinite ? $0 : nil }
        self.upper = upper.flatMap { $0.isFinite ? $0 : nil }
        self.label = label
    }

    /// Lays out the part.
    public func lay(on sheet: inout Sheet) {
        for end in [lower, upper] {
            if direction == .vertical { sheet.y.include(end) } else { sheet.x.include(end) }
        }
        sheet.shapes.append(.zone(ZoneShape(direction: direction, lower: lower, upper: upper)))
        sheet.addLegend(label, .zone)
    }
}
