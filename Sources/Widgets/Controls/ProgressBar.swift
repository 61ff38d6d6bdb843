internal import JSON

/// A bar that shows how far something has come.
public final class ProgressBar: Control<Double> {
    /// Makes a bar.
    ///
    /// - Parameters:
    ///   - label: the text beside it.
    ///   - range: from where it goes to where.
    ///   - value: where it is at the beginning; nil stands for the lower end.
    public init(
        _ label: String = "", in range: ClosedRange<Double> = 0...1, value: Double? = nil
    ) {
        super.init(
            .control("FloatProgress", view: "Progress", style: "ProgressStyle"), label: label,
            value: value ?? range.lowerBound,
            coding: ValueCoding(
                write: { ["value": .number(JSONNumber($0))] }, read: { $0["value"]?.double },
                limit: { $0 >= range.lowerBound ? min($0, range.upperBound) : range.lowerBound }),
            state: [
                "min": .number(JSONNumber(range.lowerBound)),
                "max": .number(JSONNumber(range.upperBound)), "bar_style": "",
                "orientation": "horizontal",
            ], isInput: false)
    }
}
