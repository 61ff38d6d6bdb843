/// Compares texts: numbers within a tolerance, everything else exactly.
struct TextComparison {
    /// What may differ.
    let rules: ComparisonRules

    /// Returns the first difference between two texts, or nothing where there is none.
    func difference(_ expected: String, _ found: String) -> Difference? {
        if expected.utf8.elementsEqual(found.utf8) { return nil }
        let expectedLines = Self.lines(expected)
        let foundLines = Self.lines(found)
        for (index, (expected, found)) in zip(expectedLines, foundLines).enumerated() {
            if let difference = difference(expected, found, line: index + 1) { return difference }
        }
        guard expectedLines.count != foundLines.count else { return nil }
        let longer = expectedLines.count > foundLines.count ? expectedLines : foundLines
        return .lineCount(
            expected: expectedLines.count, found: foundLines.count,
            line: String(longer[min(expectedLines.count, foundLines.count)]))
    }

    /// Returns the first difference between two lines.
    private func difference(
        _ expected: Substring, _ found: Substring, line: Int
    ) -> Difference? {
        if expected.utf8.elementsEqual(found.utf8) { return nil }
        let (left, right) = (NumericText(expected), NumericText(found))
        let isSameText =
            left.pieces.count == right.pieces.count
            && zip(left.pieces, right.pieces).allSatisfy { $0.utf8.elementsEqual($1.utf8) }
        guard isSameText else {
            return .line(line, expected: String(expected), found: String(found))
        }
        for (index, (one, other)) in zip(left.numbers, right.numbers).enumerated() {
            guard let difference = numberDifference(one, other, line: line, position: index + 1)
            else { continue }
            // What no number can hold is text.
            let isFinite = Double(one)?.isFinite == true && Double(other)?.isFinite == true
            return isFinite
                ? difference : .line(line, expected: String(expected), found: String(found))
        }
        return nil
    }

    /// Returns the difference between two numbers, where it is too large.
    private func numberDifference(
        _ expected: Substring, _ found: Substring, line: Int, position: Int
    ) -> Difference? {
        if expected == found { return nil }
        guard let left = Double(expected), let right = Double(found) else { return nil }
        let areIntegers = NumericText.isInteger(expected) && NumericText.isInteger(found)
        if !areIntegers, left.isFinite, right.isFinite, rules.accept(right, for: left) {
            return nil
        }
        let allowed =
            areIntegers
            ? 0 : max(rules.relativeTolerance * abs(left), rules.absoluteTolerance)
        return .number(
            line: line, position: position, expected: String(expected), found: String(found),
            difference: right - left, allowed: allowed)
    }

    /// Returns the lines of a text without their line ends.
    private static func lines(_ text: String) -> [Substring] {
        text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map { Substring($0) }
    }
}
