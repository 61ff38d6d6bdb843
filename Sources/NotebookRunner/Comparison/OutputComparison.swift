internal import Display
internal import JSON
internal import NotebookDocument

/// A comparison of a cell's outputs with the expected ones.
struct OutputComparison {
    /// The permitted differences.
    let rules: ComparisonRules

    /// A difference and its location among the outputs of the cell.
    typealias Finding = (place: String, difference: Difference)

    /// Returns the differences, in the order of the outputs.
    ///
    /// Text on standard error is compared separately: only its order within the stream is certain.
    func findings(_ expected: [CellOutput], _ found: [CellOutput]) -> [Finding] {
        guard !rules.ignoresOutputs else { return [] }
        let left = ComparableOutputs(expected)
        let right = ComparableOutputs(found)
        var findings: [Finding] = []
        for (index, output) in left.ordered.enumerated() {
            let place = "output \(index + 1)"
            if index < right.ordered.count {
                findings += compare(output, right.ordered[index], place: place)
            } else {
                findings.append((place, .missing(output.summary)))
            }
        }
        for (index, output) in right.ordered.enumerated().dropFirst(left.ordered.count) {
            findings.append(("output \(index + 1)", .unexpected(output.summary)))
        }
        if !rules.ignoresStandardError,
            let difference = text(left.standardError, right.standardError)
        {
            findings.append(("stderr", difference))
        }
        return findings
    }

    /// Compares two outputs at the same position.
    private func compare(_ expected: CellOutput, _ found: CellOutput, place: String) -> [Finding] {
        switch (expected.content, found.content) {
        case (.stream(let name, let left), .stream(let other, let right)) where name == other:
            return text(left, right).map { [("\(place) (\(name))", $0)] } ?? []
        case (.display(let left), .display(let right)):
            return compare(left, right, place: place)
        case (.result(let left, _), .result(let right, _)):
            return compare(left, right, place: place)
        case (.error(let name, let value, let trace), .error(let name2, let value2, let trace2)):
            let difference =
                text(name, name2) ?? text(value, value2)
                ?? text(PlainText.of(trace), PlainText.of(trace2))
            return difference.map { [("\(place) (error)", $0)] } ?? []
        case (.other(let left), .other(let right)):
            let difference = json(.object(left), .object(right))
            return difference.map { [(place, $0)] } ?? []
        default:
            return [(place, .kind(expected: expected.summary, found: found.summary))]
        }
    }

    /// Compares two displays by their representations.
    private func compare(
        _ expected: DisplayedData, _ found: DisplayedData, place: String
    ) -> [Finding] {
        let left = expected.forms.keys.filter { !rules.ignoredTypes.contains($0) }
        let right = found.forms.keys.filter { !rules.ignoredTypes.contains($0) }
        let missing = left.filter { found.forms[$0] == nil }.sorted()
        let unexpected = right.filter { expected.forms[$0] == nil }.sorted()
        guard missing.isEmpty && unexpected.isEmpty else {
            return [(place, .forms(missing: missing, unexpected: unexpected))]
        }
        var findings: [Finding] = left.sorted().compactMap { type in
            guard let one = expected.forms[type], let other = found.forms[type] else { return nil }
            return form(one, other, type: type).map { ("\(place) (\(type))", $0) }
        }
        if let difference = json(.object(expected.metadata), .object(found.metadata)) {
            findings.append(("\(place) (metadata)", difference))
        }
        return findings
    }

    /// Compares two contents of the same media type.
    private func form(_ expected: JSONValue, _ found: JSONValue, type: String) -> Difference? {
        guard case (.string(let left), .string(let right)) = (expected, found) else {
            return json(expected, found)
        }
        let isPicture = type.hasPrefix("image/") && type != "image/svg+xml"
        guard isPicture || type == "application/pdf" else { return text(left, right) }
        guard left.utf8.filter({ $0 > 0x20 }) != right.utf8.filter({ $0 > 0x20 }) else {
            return nil
        }
        return .bytes(
            expectedCount: Base64.byteCount(of: left), foundCount: Base64.byteCount(of: right))
    }

    /// Compares two texts.
    private func text(_ expected: String, _ found: String) -> Difference? {
        TextComparison(rules: rules).difference(expected, found)
    }

    /// Compares two JSON values.
    private func json(_ expected: JSONValue, _ found: JSONValue) -> Difference? {
        JSONComparison(rules: rules).difference(expected, found)
    }
}
