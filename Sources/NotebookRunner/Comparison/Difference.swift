/// How something that was put out differs from what was expected.
public enum Difference: Sendable, Hashable, CustomStringConvertible {
    /// A number is not close enough; `line` and `position` count from one.
    case number(
        line: Int, position: Int, expected: String, found: String, difference: Double,
        allowed: Double)

    /// A number has the same value, but is spelled otherwise.
    case spelling(line: Int, position: Int, expected: String, found: String)

    /// A line of text is another; counted from one.
    case line(Int, expected: String, found: String)

    /// There are more or fewer lines, from a line on, which is the first of them.
    case lineCount(expected: Int, found: Int, line: String)

    /// A JSON value at a path is another.
    case value(path: String, expected: String, found: String)

    /// Bytes, such as those of a picture, are others.
    case bytes(expectedCount: Int, foundCount: Int)

    /// One of them has a form that the other has not.
    case forms(missing: [String], unexpected: [String])

    /// It is an output of another kind.
    case kind(expected: String, found: String)

    /// An output is missing.
    case missing(String)

    /// There is one output too many.
    case unexpected(String)

    /// What differs, as the end of a sentence.
    public var description: String {
        switch self {
        case .number(let line, let position, let expected, let found, let difference, let allowed):
            let place = line > 0 ? "line \(line), number \(position)" : "number \(position)"
            return "\(place): expected \(expected), found \(found); they differ by "
                + "\(Self.short(difference)), and \(Self.short(allowed)) is allowed"
        case .spelling(let line, let position, let expected, let found):
            return "line \(line), number \(position): expected \(expected), found \(found), "
                + "which is spelled otherwise"
        case .line(let line, let expected, let found):
            return "line \(line): expected \(Self.quoted(expected)), found \(Self.quoted(found))"
        case .lineCount(let expected, let found, let line):
            let verb = found < expected ? "missing is" : "added is"
            return
                "expected \(expected) \(expected == 1 ? "line" : "lines"), found \(found); \(verb) \(Self.quoted(line))"
        case .value(let path, let expected, let found):
            return "\(path.isEmpty ? "the value" : path): expected \(Self.shortened(expected)), "
                + "found \(Self.shortened(found))"
        case .bytes(let expected, let found):
            return expected == found
                ? "other bytes than expected, as many as before"
                : "expected \(expected) bytes, found \(found)"
        case .forms(let missing, let unexpected):
            let parts = [("missing ", missing), ("added ", unexpected)]
            return parts.filter { !$1.isEmpty }.map { $0 + $1.joined(separator: ", ") }
                .joined(separator: "; ")
        case .kind(let expected, let found):
            return "expected \(expected), found \(found)"
        case .missing(let what):
            return "missing: \(what)"
        case .unexpected(let what):
            return "not expected: \(what)"
        }
    }

    /// Spells a number with three significant digits.
    private static func short(_ number: Double) -> String {
        guard number != 0, number.isFinite else { return number == 0 ? "0" : "\(number)" }
        var exponent = 0
        var mantissa = abs(number)
        while mantissa >= 9.995 { (mantissa, exponent) = (mantissa / 10, exponent + 1) }
        while mantissa < 0.9995 { (mantissa, exponent) = (mantissa * 10, exponent - 1) }
        let sign = number < 0 ? "-" : ""
        let rounded = Double("\(sign)\(Int((mantissa * 100).rounded()))e\(exponent - 2)") ?? number
        return rounded.description.hasSuffix(".0")
            ? String(rounded.description.dropLast(2)) : rounded.description
    }

    /// Puts a text in quotes, with control characters visible and the end left out where it is long.
    static func quoted(_ text: String) -> String {
        "\"\(shortened(text))\""
    }

    /// Returns a text with control characters visible and the end left out where it is long.
    static func shortened(_ text: String) -> String {
        let visible = text.prefix(100).unicodeScalars.map { scalar in
            scalar.value < 0x20 ? scalar.escaped(asASCII: true) : String(scalar)
        }
        return visible.joined() + (text.count > 100 ? "…" : "")
    }
}
