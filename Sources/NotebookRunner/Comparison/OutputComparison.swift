internal import Display
internal import JSON
internal import NotebookDocument

/// A comparison of a cell's outputs with the expected ones.
struct OutputComparison {
    /// The permitted differences.
    let rules: ComparisonRules

    /// A difference and its location among the outputs of the cell.
    struct Finding {
        /// The location.
        let place: String

        /// The difference.
        let difference: Difference

        /// The images that differ, or `nil` for other outputs.
        var pictures: OutputMismatch.Pictures?

        /// Creates a finding.
        init(_ place: String, _ difference: Difference, pictures: OutputMismatch.Pictures? = nil) {
            self.place = place
            self.difference = difference
            self.pictures = pictures
        }
    }

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
                findings.append(Finding(place, .missing(output.summary)))
            }
        }
        for (index, output) in right.ordered.enumerated().dropFirst(left.ordered.count) {
            findings.append(Finding("output \(index + 1)", .unexpected(output.summary)))
        }
        if !rules.ignoresStandardError,
            let difference = text(left.standardError, right.standardError)
        {
            findings.append(Finding("stderr", difference))
        }
        return findings
    }

    /// Compares two outputs at the same position.
    private func compare(_ expected: CellOutput, _ found: CellOutput, place: String) -> [Finding] {
        switch (expected.content, found.content) {
        case (.stream(let name, let left), .stream(let other, let right)) where name == other:
            return text(left, right).map { [Finding("\(place) (\(name))", $0)] } ?? []
        case (.display(let left), .display(let right)):
            return compare(left, right, place: place)
        case (.result(let left, _), .result(let right, _)):
            return compare(left, right, place: place)
        case (.error(let name, let value, let trace), .error(let name2, let value2, let trace2)):
            let difference =
                text(name, name2) ?? text(value, value2)
                ?? text(PlainText.of(trace), PlainText.of(trace2))
            return difference.map { [Finding("\(place) (error)", $0)] } ?? []
        case (.other(let left), .other(let right)):
            let difference = json(.object(left), .object(right))
            return difference.map { [Finding(place, $0)] } ?? []
        default:
            return [Finding(place, .kind(expected: expected.summary, found: found.summary))]
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
            return [Finding(place, .forms(missing: missing, unexpected: unexpected))]
        }
        var findings: [Finding] = left.sorted().compactMap { type in
            guard let one = expected.forms[type], let other = found.forms[type] else { return nil }
            let pictures =
                type.hasPrefix("image/")
                ? OutputMismatch.Pictures(
                    type: type, expected: one.string ?? "", found: other.string ?? "") : nil
            return form(one, other, type: type).map {
                Finding("\(place) (\(type))", $0, pictures: pictures)
            }
        }
        if let difference = json(.object(expected.metadata), .object(found.metadata)) {
            findings.append(Finding("\(place) (metadata)", difference))
        }
        return findings
    }

    /// Compares two contents of the same media type.
    private func form(_ expected: JSONValue, _ found: JSONValue, type: String) -> Difference? {
        guard case (.string(let left), .string(let right)) = (expected, found) else {
            return json(expected, found)
        }
        switch type {
        case "text/html":
            if left == right { return nil }
            let rules = TreeComparison(rules: rules)
            return rules.difference(ComparedElement.page(left), ComparedElement.page(right))
        case "application/pdf": break
        case _ where type.hasPrefix("image/"): break
        default: return text(left, right)
        }
        return PictureComparison(rules: rules).difference(left, right, type: type)
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
