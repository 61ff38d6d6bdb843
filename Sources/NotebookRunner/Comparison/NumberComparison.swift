/// Compares two numbers in texts.
struct NumberComparison {
    /// What may differ.
    let rules: ComparisonRules

    /// Where a number stands; both count from one.
    struct Place {
        /// The line of the text.
        let line: Int

        /// The number among those of the line.
        let position: Int
    }

    /// What came out.
    enum Verdict {
        /// They are spelled the same.
        case same
        /// They are close enough.
        case close
        /// They are not.
        case different(Difference)
        /// At least one is too large for a number in double precision.
        case notNumbers
    }

    /// Compares a number with the expected one.
    func verdict(
        _ expected: LineTokens.Token, _ found: LineTokens.Token, at place: Place
    ) -> Verdict {
        if expected.text == found.text { return .same }
        guard let left = Double(expected.text), let right = Double(found.text),
            left.isFinite, right.isFinite
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
}
