internal import JSON

/// A slider for fractions.
public final class Slider: Control<Double> {
    /// The values that it can have.
    public let range: ClosedRange<Double>

    /// Makes a slider.
    ///
    /// - Parameters:
    ///   - label: the text beside it.
    ///   - range: the values that it can have.
    ///   - step: the distance between two of them; nil stands for a hundredth of the range.
    ///   - value: the value at the beginning; nil stands for the middle.
    public init(
        _ label: String = "", in range: ClosedRange<Double>, step: Double? = nil,
        value: Double? = nil
    ) {
        self.range = range
        let step = step ?? Self.step(in: range)
        let middle = range.lowerBound + (range.upperBound - range.lowerBound) / 2
        super.init(
            .control("FloatSlider", style: "SliderStyle"), label: label,
            value: range.limiting(value ?? middle),
            coding: ValueCoding(
                write: { ["value": .number(JSONNumber($0))] }, read: { $0["value"]?.double },
                limit: range.limiting),
            state: [
                "min": .number(JSONNumber(range.lowerBound)),
                "max": .number(JSONNumber(range.upperBound)), "step": .number(JSONNumber(step)),
                "orientation": "horizontal", "readout": true,
                "readout_format": .string(Self.format(step)), "continuous_update": true,
                "behavior": "drag-tap",
            ])
    }

    /// Returns a round distance of about a hundredth of a range.
    static func step(in range: ClosedRange<Double>) -> Double {
        // A little more than a hundredth, so that no rounding error makes a round distance too long.
        let width = (range.upperBound - range.lowerBound) / 100 * 1.000001
        guard width > 0, width.isFinite else { return 0.1 }
        var power = 1.0
        while power > width { power /= 10 }
        while power * 10 <= width { power *= 10 }
        return [5, 2, 1].map { $0 * power }.first { $0 <= width } ?? power
    }

    /// Returns how clients write values with a distance.
    static func format(_ step: Double) -> String {
        var digits = 0
        var rest = abs(step)
        while digits < 10, abs(rest - rest.rounded()) > 1e-6 * rest {
            rest *= 10
            digits += 1
        }
        return ".\(digits)f"
    }
}

/// A slider for whole numbers.
public final class IntSlider: Control<Int> {
    /// The values that it can have.
    public let range: ClosedRange<Int>

    /// Makes a slider.
    ///
    /// - Parameters:
    ///   - label: the text beside it.
    ///   - range: the values that it can have.
    ///   - step: the distance between two of them.
    ///   - value: the value at the beginning; nil stands for the middle.
    public init(
        _ label: String = "", in range: ClosedRange<Int>, step: Int = 1, value: Int? = nil
    ) {
        self.range = range
        let middle = (range.lowerBound >> 1) + (range.upperBound >> 1)
        super.init(
            .control("IntSlider", style: "SliderStyle"), label: label,
            value: range.limiting(value ?? middle),
            coding: ValueCoding(
                write: { ["value": .number(JSONNumber($0))] }, read: { $0["value"]?.int },
                limit: range.limiting),
            state: [
                "min": .number(JSONNumber(range.lowerBound)),
                "max": .number(JSONNumber(range.upperBound)),
                "step": .number(JSONNumber(max(step, 1))), "orientation": "horizontal",
                "readout": true, "readout_format": "d", "continuous_update": true,
                "behavior": "drag-tap",
            ])
    }
}

/// A slider with two ends.
public final class RangeSlider: Control<ClosedRange<Double>> {
    /// The values that the ends can have.
    public let range: ClosedRange<Double>

    /// Makes a slider.
    ///
    /// - Parameters:
    ///   - label: the text beside it.
    ///   - range: the values that its ends can have.
    ///   - step: the distance between two of them; nil stands for a hundredth of the range.
    ///   - value: the ends at the beginning; nil stands for the whole range.
    public init(
        _ label: String = "", in range: ClosedRange<Double>, step: Double? = nil,
        value: ClosedRange<Double>? = nil
    ) {
        self.range = range
        let step = step ?? Slider.step(in: range)
        super.init(
            .control("FloatRangeSlider", style: "SliderStyle"), label: label,
            value: (value ?? range).clamped(to: range),
            coding: ValueCoding(
                write: { value in
                    let ends = [value.lowerBound, value.upperBound]
                    return ["value": .array(ends.map { .number(JSONNumber($0)) })]
                },
                read: { state in
                    guard let ends = state["value"]?.array?.compactMap(\.double), ends.count == 2
                    else { return nil }
                    return min(ends[0], ends[1])...max(ends[0], ends[1])
                }, limit: { $0.clamped(to: range) }),
            state: [
                "min": .number(JSONNumber(range.lowerBound)),
                "max": .number(JSONNumber(range.upperBound)), "step": .number(JSONNumber(step)),
                "orientation": "horizontal", "readout": true,
                "readout_format": .string(Slider.format(step)), "continuous_update": true,
                "behavior": "drag-tap",
            ])
    }
}

extension ClosedRange {
    /// Returns the value of the range that is next to another one.
    fileprivate func limiting(_ value: Bound) -> Bound {
        // What cannot be ordered, such as NaN, is at the lower end.
        value >= lowerBound ? Swift.min(value, upperBound) : lowerBound
    }
}
