internal import JSON

/// A comparison of JSON values: numbers within a tolerance, everything else exactly.
struct JSONComparison {
    /// The permitted differences.
    let rules: ComparisonRules

    /// Returns the first difference between two values, or `nil` if there is none.
    func difference(
        _ expected: JSONValue, _ found: JSONValue, at path: String = ""
    ) -> Difference? {
        switch (expected, found) {
        case (.number(let left), .number(let right)):
            return numberDifference(left, right, at: path)
        case (.array(let left), .array(let right)) where left.count == right.count:
            return zip(left, right).enumerated().lazy.compactMap { index, pair in
                difference(pair.0, pair.1, at: join(path, String(index)))
            }.first
        case (.object(let left), .object(let right)):
            return difference(left, right, at: path)
        case (.string(let left), .string(let right)) where left.utf8.elementsEqual(right.utf8):
            return nil
        default:
            guard expected != found else { return nil }
            return .value(path: path, expected: expected.text(), found: found.text())
        }
    }

    /// Returns the first difference between two objects.
    private func difference(
        _ expected: JSONObject, _ found: JSONObject, at path: String
    ) -> Difference? {
        for (key, value) in expected {
            let path = join(path, key)
            guard let other = found[key] else {
                return .value(path: path, expected: value.text(), found: "nothing")
            }
            if let difference = difference(value, other, at: path) { return difference }
        }
        for (key, value) in found where expected[key] == nil {
            return .value(path: join(path, key), expected: "nothing", found: value.text())
        }
        return nil
    }

    /// Returns the difference between two numbers if it exceeds the tolerance.
    private func numberDifference(
        _ expected: JSONNumber, _ found: JSONNumber, at path: String
    ) -> Difference? {
        let isAccepted =
            expected.spelling == found.spelling
            || (rules.comparesIntegersLoosely || expected.isFraction && found.isFraction)
                && expected.double.isFinite && found.double.isFinite
                && rules.accept(found.double, for: expected.double)
        if isAccepted { return nil }
        return .value(path: path, expected: expected.spelling, found: found.spelling)
    }

    /// Appends a key to a path.
    private func join(_ path: String, _ key: String) -> String {
        path.isEmpty ? key : "\(path).\(key)"
    }
}

extension JSONNumber {
    /// Indicates whether the number has a fraction or an exponent.
    fileprivate var isFraction: Bool {
        spelling.utf8.contains { $0 == UInt8(ascii: ".") || $0 | 0x20 == UInt8(ascii: "e") }
    }
}
