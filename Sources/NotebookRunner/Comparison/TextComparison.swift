/// A comparison of texts: numbers with a fraction or an exponent within a tolerance, everything
/// else exactly.
struct TextComparison {
    /// The permitted differences.
    let rules: ComparisonRules

    /// Returns the first difference between two texts, or `nil` if there is none.
    func difference(_ expected: String, _ found: String) -> Difference? {
        if expected.utf8.elementsEqual(found.utf8) { return nil }
        let expectedLines = Self.lines(sanitized(expected))
        let foundLines = Self.lines(sanitized(found))
        for (index, (expected, found)) in zip(expectedLines, foundLines).enumerated() {
            if let difference = difference(expected, found, line: index + 1) { return difference }
        }
        guard expectedLines.count != foundLines.count else { return nil }
        let longer = expectedLines.count > foundLines.count ? expectedLines : foundLines
        return .lineCount(
            expected: expectedLines.count, found: foundLines.count,
            line: String(longer[min(expectedLines.count, foundLines.count)]))
    }

    /// Returns a text with all sanitizers applied.
    private func sanitized(_ text: String) -> String {
        rules.sanitizers.reduce(text) { $1.applied(to: $0) }
    }

    /// Returns the first difference between two lines.
    private func difference(
        _ expected: Substring, _ found: Substring, line: Int
    ) -> Difference? {
        if expected.utf8.elementsEqual(found.utf8) { return nil }
        let (left, right) = (LineTokens(expected).tokens, LineTokens(found).tokens)
        let whole = Difference.line(line, expected: String(expected), found: String(found))
        guard Self.isSameText(left, right) else { return whole }
        var position = 0
        var isReflowed = false
        for (one, other) in zip(left, right) where one.kind != .text {
            position += 1
            let place = NumberComparison.Place(line: line, position: position)
            switch NumberComparison(rules: rules).verdict(one, other, at: place) {
            case .same: break
            case .close: isReflowed = isReflowed || one.text.utf8.count != other.text.utf8.count
            case .different(let difference): return difference
            // Numbers beyond double precision are compared as text.
            case .notNumbers: return whole
            }
        }
        return Self.hasSameSpace(left, right, isReflowed: isReflowed) ? nil : whole
    }

    /// Returns whether there are numbers at the same positions, with the same text between them.
    private static func isSameText(
        _ left: [LineTokens.Token], _ right: [LineTokens.Token]
    ) -> Bool {
        guard left.count == right.count else { return false }
        return zip(left, right).allSatisfy { one, other in
            (one.kind == .text) == (other.kind == .text)
                && (one.kind != .text || one.text.utf8.elementsEqual(other.text.utf8))
        }
    }

    /// Returns whether the white space is the same; if a number has another length, that in a table
    /// may differ as well.
    private static func hasSameSpace(
        _ left: [LineTokens.Token], _ right: [LineTokens.Token], isReflowed: Bool
    ) -> Bool {
        zip(left, right).enumerated().allSatisfy { index, pair in
            if pair.0.space.utf8.elementsEqual(pair.1.space.utf8) { return true }
            let isAtEdge = index == 0 || index == left.count - 1
            return isReflowed && (isAtEdge || pair.0.space.isEmpty == pair.1.space.isEmpty)
        }
    }

    /// Returns the lines of a text without their line ends.
    private static func lines(_ text: String) -> [Substring] {
        text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map { Substring($0) }
    }
}
