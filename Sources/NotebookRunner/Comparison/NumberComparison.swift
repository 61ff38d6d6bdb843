/// A comparison of two numbers in texts.
struct NumberComparison {
    /// The permitted differences.
    let rules: ComparisonRules

    /// The location of a number; both properties start at one.
    struct Place {
        /// The line of the text.
        let line: Int

        /// The position of the number among those of the line.
        let position: Int
    }

    /// The result of a comparison.
    enum Verdict {
        /// The spellings are the same.
        case same
        /// The values are close enough.
        case close
        /// The values differ.
        case different(Difference)
        /// At least one number is too large or too small for double precision.
        case notNumbers
    }

    /// Compares a number with the expected one.
    func verdict(
        _ expected: LineTokens.Token, _ found: LineTokens.Token, at place: Place
    ) -> Verdict {
        if expected.text == found.text { return .same }
        guard let left = Double(expected.text), let right = Double(found.text),
            left.isFinite, right.isFinite, !Self.underflows(left, expected.text),
            !Self.underflows(right, found.text)
        else { return .notNumbers }
        let mayDiffer =
            rules.comparesIntegersLoosely || expected.kind == .fraction && found.kind == .fraction
        if DecimalSpelling(expected.text) == DecimalSpelling(found.text) {
            let isSignOfZero =
                mayDiffer && left == 0
                && expected.text.drop { $0 == "-" } == found.text.drop { $0 == "-" }
            return isSignOfZero
                ? .close
                : .different(
                    .spelling(
                        line: place.line, position: place.position,
                        expected: String(expected.text), found: String(found.text)))
        }
        if mayDiffer, rules.accept(right, for: left) { return .close }
        return .different(
            .number(
                line: place.line, position: place.position, expected: String(expected.text),
                found: String(found.text), difference: right - left,
                allowed: mayDiffer ? rules.allowedDifference(right, for: left) : 0))
    }

    /// Returns whether a number is so small that its value is zero although its digits are not.
    private static func underflows(_ value: Double, _ text: Substring) -> Bool {
        value == 0 && DecimalSpelling(text).map { !$0.digits.isEmpty } ?? true
    }
}
