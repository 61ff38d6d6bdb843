internal import Glibc

/// The numbers at which a slider can stand.
struct SliderPositions {
    /// The numbers, ascending; at least one.
    let values: [Double]

    /// The maximum number of positions of a slider without a given step.
    private static let most = 25
    /// The maximum number of positions of a slider.
    private static let limit = 10_000

    /// Finds positions in a range.
    init(_ range: ClosedRange<Double>, step: Double?, isLogarithmic: Bool) {
        let lower = range.lowerBound.isFinite ? range.lowerBound : 0
        let upper = max(lower, range.upperBound.isFinite ? range.upperBound : 0)
        if lower == upper {
            values = [lower]
        } else if isLogarithmic, lower > 0 {
            values = Self.logarithmic(from: lower, to: upper)
        } else {
            values = Self.linear(from: lower, to: upper, step: step)
        }
    }

    /// Returns the index of the value that is nearest to a number; nil asks for the middle.
    func index(nearest number: Double?) -> Int {
        guard let number, !number.isNaN else { return (values.count - 1) / 2 }
        return values.indices.min {
            (values[$0] - number).magnitude < (values[$1] - number).magnitude
        }
            ?? 0
    }

    /// Returns a position as it is labeled: without the digits that only rounding made.
    static func spelling(of value: Double) -> String {
        let text = "\(value)"
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }

    /// Returns whole numbers from one end of a range to the other.
    static func numbers(in range: ClosedRange<Int>, step: Int?) -> [Int] {
        let (lower, upper) = (range.lowerBound, range.upperBound)
        let (width, overflows) = upper.subtractingReportingOverflow(lower)
        guard !overflows else { return [lower, upper] }
        var chosen = max(1, step ?? 1)
        if step == nil, width >= most {
            chosen = Int(roundStep(Double(width) / Double(most - 1)).rounded(.up))
        }
        if width / chosen >= limit { chosen = width / limit + 1 }
        var numbers = (0...(width / chosen)).map { lower + $0 * chosen }
        if let last = numbers.last, last < upper { numbers.append(upper) }
        return numbers
    }

    /// Returns numbers at equal distances, and the upper end.
    private static func linear(from lower: Double, to upper: Double, step: Double?) -> [Double] {
        let width = upper / Double(most - 1) - lower / Double(most - 1)
        var chosen = roundStep(width)
        if let step, step.isFinite, step > 0 { chosen = step }
        let count = upper / chosen - lower / chosen
        guard chosen > 0, count.isFinite else { return [lower, upper] }
        if count > Double(limit) { chosen = upper / Double(limit) - lower / Double(limit) }
        let last = min(limit, Int((upper / chosen - lower / chosen + 1e-9).rounded(.down)))
        let scale = decimalScale(of: chosen, lower)
        var values = [lower]
        for index in 0...max(0, last) {
            let way = Double(index) * chosen
            let value = way.isFinite ? lower + way : (lower / chosen + Double(index)) * chosen
            let rounded = scale.map { (value * $0).rounded() / $0 } ?? value
            // A last step that is nearly nothing is left out.
            if rounded > values[values.count - 1], rounded < upper - chosen * 1e-6 {
                values.append(rounded)
            }
        }
        return values + [upper]
    }

    /// Returns 1, 2 and 5 times powers of ten between two numbers, and these themselves.
    private static func logarithmic(from lower: Double, to upper: Double) -> [Double] {
        var values = [lower]
        let (first, last) = (Int(log10(lower).rounded(.down)), Int(log10(upper).rounded(.up)))
        for exponent in first...last {
            for digit in [1.0, 2, 5] {
                // Division by a power of ten is exact where multiplication by a negative one is not.
                let value =
                    exponent < 0
                    ? digit / pow(10, Double(-exponent)) : digit * pow(10, Double(exponent))
                if value > lower * (1 + 1e-9), value < upper * (1 - 1e-9) { values.append(value) }
            }
        }
        return values + [upper]
    }

    /// Returns the least of 1, 2 and 5 times powers of ten that is not below a number.
    private static func roundStep(_ number: Double) -> Double {
        guard number.isFinite, number > 0 else { return 1 }
        let exponent = log10(number).rounded(.down)
        for digit in [1.0, 2, 5, 10] {
            let step =
                exponent < 0 ? digit / pow(10, -exponent) : digit * pow(10, exponent)
            if step >= number * (1 - 1e-9) { return step }
        }
        return number
    }

    /// Returns the power of ten that makes whole numbers of both, if a small one does.
    private static func decimalScale(of step: Double, _ start: Double) -> Double? {
        (0...12).lazy.map { pow(10, Double($0)) }.first { scale in
            [step, start].allSatisfy { number in
                let scaled = number * scale
                return scaled.magnitude < 1e15 && scaled.rounded() / scale == number
            }
        }
    }
}
