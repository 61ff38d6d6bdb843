internal import Display

/// A replacement of text that may differ from run to run.
public struct Sanitizer: Sendable, Hashable {
    /// The regular expression.
    let pattern: String

    /// The replacement for its matches.
    let replacement: String

    /// Creates a sanitizer.
    ///
    /// - Throws: `SanitizerError` if the pattern is not a valid regular expression.
    public init(pattern: String, replacement: String) throws(SanitizerError) {
        guard (try? Regex(pattern)) != nil else { throw SanitizerError.invalidPattern(pattern) }
        self.pattern = pattern
        self.replacement = replacement
    }

    /// Creates a sanitizer with a pattern that is known to be valid.
    private init(known pattern: String, _ replacement: String) {
        self.pattern = pattern
        self.replacement = replacement
    }

    /// The named sanitizers.
    private static let known: [String: [Sanitizer]] = [
        "addresses": [Sanitizer(known: "0x[0-9a-fA-F]{4,16}\\b", "ADDRESS")],
        "paths": [
            Sanitizer(known: "(?:~|\\b[A-Za-z]:)?(?:[/\\\\][A-Za-z0-9_.+@-]+){2,}", "PATH")
        ],
        "times": [
            Sanitizer(
                known:
                    "\\d{4}-\\d\\d-\\d\\d(?:[T ]\\d\\d:\\d\\d(?::\\d\\d(?:[.,]\\d+)?)?(?:Z|[+-]\\d\\d:?\\d\\d)?)?",
                "TIME"),
            Sanitizer(known: "\\b\\d{1,2}:\\d\\d(?::\\d\\d(?:[.,]\\d+)?)?\\b", "TIME"),
            Sanitizer(
                known: "\\b\\d+(?:\\.\\d+)? ?(?:ns|us|µs|ms|s|sec|seconds|min|minutes|h)\\b", "TIME"
            ),
        ],
        "uuids": [
            Sanitizer(known: "\\b[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\\b", "UUID")
        ],
        "versions": [
            Sanitizer(
                known: "\\bv?\\d+(?:\\.\\d+){1,3}(?:[-+.]?(?:rc|a|b|dev|post)\\d*)?\\b", "VERSION")
        ],
    ]

    /// The names of the named sanitizers.
    public static var names: [String] { known.keys.sorted() }

    /// Returns the sanitizers with a name.
    ///
    /// - Throws: `SanitizerError` if there are none.
    public static func named(_ name: String) throws(SanitizerError) -> [Sanitizer] {
        guard let sanitizers = known[name] else {
            throw .unknownName(name, hint: NearestName(to: name, among: known.keys).hint)
        }
        return sanitizers
    }

    /// Parses the rules of a file, two lines each: `regex: PATTERN` and `replace: TEXT`.
    ///
    /// - Source: nbval's files for `--nbval-sanitize-with`.
    /// - Throws: `SanitizerError` if a pattern is invalid or a line is missing.
    public static func reading(_ text: String) throws(SanitizerError) -> [Sanitizer] {
        var sanitizers: [Sanitizer] = []
        var pattern: String?
        for line in text.split(whereSeparator: \.isNewline) {
            if line.hasPrefix("regex: ") {
                guard pattern == nil else { throw .incompleteRule(pattern ?? "") }
                pattern = String(line.dropFirst(7))
            } else if line.hasPrefix("replace: "), let known = pattern {
                sanitizers.append(
                    try Sanitizer(pattern: known, replacement: String(line.dropFirst(9))))
                pattern = nil
            }
        }
        if let pattern { throw .incompleteRule(pattern) }
        return sanitizers
    }

    /// Returns a text with all matches replaced.
    func applied(to text: String) -> String {
        guard let regex = try? Regex(pattern) else { return text }
        return text.replacing(regex, with: replacement)
    }
}
