/// A difference between an output and the expected one.
public enum Difference: Sendable, Hashable, CustomStringConvertible {
    /// A number is not close enough; `line` and `position` start at one.
    case number(
        line: Int, position: Int, expected: String, found: String, difference: Double,
        allowed: Double)

    /// A number has the same value, but another spelling.
    case spelling(line: Int, position: Int, expected: String, found: String)

    /// A line of text differs; lines start at one.
    case line(Int, expected: String, found: String)

    /// The number of lines differs; `line` is the first additional or missing one.
    case lineCount(expected: Int, found: Int, line: String)

    /// A JSON value at a path differs.
    case value(path: String, expected: String, found: String)

    /// Binary data, such as an image, differs.
    case bytes(expectedCount: Int, foundCount: Int)

    /// The size of an image differs.
    case size(expected: String, found: String)

    /// Some of an image's pixels differ; `largest` is the maximum difference, of 255 levels.
    case pixels(Int, of: Int, largest: Int)

    /// The media types of the representations differ.
    case forms(missing: [String], unexpected: [String])

    /// The kind of output differs.
    case kind(expected: String, found: String)

    /// An expected output is missing.
    case missing(String)

    /// There is an unexpected output.
    case unexpected(String)

    /// The difference, as the end of a sentence.
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
        case .size(let expected, let found):
            return "expected \(expected) pixels, found \(found)"
        case .pixels(let count, let total, let largest):
            return "\(count) of \(total) pixels \(count == 1 ? "differs" : "differ"), "
                + "by up to \(largest) of 255 levels"
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

    /// Returns a number with three significant digits.
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

    /// Returns a quoted and shortened text, with control characters made visible.
    static func quoted(_ text: String) -> String {
        "\"\(shortened(text))\""
    }

    /// Returns a shortened text, with control characters made visible.
    static func shortened(_ text: String) -> String {
        let visible = text.prefix(100).unicodeScalars.map { scalar in
            scalar.value < 0x20 ? scalar.escaped(asASCII: true) : String(scalar)
        }
        return visible.joined() + (text.count > 100 ? "…" : "")
    }
}
