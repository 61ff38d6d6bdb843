/// The numbers in the value of an attribute, and what stands between them.
struct AttributeNumbers {
    /// The numbers as they are spelled.
    private(set) var numbers: [Substring] = []

    /// The texts before, between and behind the numbers, without white space and commas.
    private(set) var texts: [String] = []

    // Unchecked: a regular expression is a value that is only read.
    /// A number as SVG spells it.
    nonisolated(unsafe) private static let number =
        /[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?/

    /// Takes a value apart.
    init(_ value: String) {
        var rest = value[...]
        while let match = rest.firstMatch(of: Self.number) {
            texts.append(Self.bare(rest[..<match.range.lowerBound]))
            numbers.append(match.output)
            rest = rest[match.range.upperBound...]
        }
        texts.append(Self.bare(rest))
    }

    /// Returns a text without what only separates numbers.
    private static func bare(_ text: Substring) -> String {
        text.filter { !$0.isWhitespace && $0 != "," }
    }
}
