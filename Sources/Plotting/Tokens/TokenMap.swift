/// The words of a sentence, each colored by a number, such as how much it decides the next word.
///
/// For example: `TokenMap("What decides “is”?", words, values: norms)`.
public struct TokenMap: Sendable, Hashable {
    /// What the numbers say.
    package let title: String
    /// The words.
    package let tokens: [String]
    /// The words' numbers, as many as there are words; nothing where a word has none.
    package let values: [Double?]
    /// What the numbers are, as the key to the colors says it.
    package let label: String
    /// What a person should know about the data.
    package let notes: [String]
    /// The key to the colors.
    package let colors: ColorScale

    /// Colors words.
    ///
    /// - Parameters:
    ///   - title: what the numbers say.
    ///   - tokens: the words, in order.
    ///   - values: their numbers.
    ///   - label: what the numbers are, as the key to the colors says it.
    ///   - range: the values at the ends of the key, or nothing where the data decide.
    public init<Values: Sequence>(
        _ title: String = "", _ tokens: [String], values: Values, label: String = "",
        range: ClosedRange<Double>? = nil
    ) where Values.Element: Plottable {
        let given = values.plotValues
        self.title = title
        self.tokens = tokens.map(\.singleLine)
        self.values = tokens.indices.map { given.indices.contains($0) ? given[$0] : nil }
        self.label = label
        var extent = Extent(self.values)
        let isSigned = extent.negativeCount > 0
        if !isSigned { extent.include(0) }
        let request = ColorRequest(
            title: label, scale: .linear, range: range, isDiverging: isSigned)
        colors = request.scale(for: extent)
        var notes: [String] = []
        if given.count != tokens.count {
            notes.append("\(tokens.count) tokens and \(given.count) values")
        }
        if tokens.isEmpty { notes.append("no tokens") }
        self.notes = notes
    }

    /// Returns a word's number as it is shown.
    package func spelling(of value: Double?) -> String {
        value.map { NumberFormat.significant(2).spelling(of: $0) } ?? ""
    }
}
