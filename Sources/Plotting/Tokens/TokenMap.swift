/// The words of a sentence, each colored by a number, such as its influence on the next word.
///
/// For example: `TokenMap("What decides “is”?", words, values: norms)`.
public struct TokenMap: Sendable, Hashable {
    /// The title.
    package let title: String
    /// The words.
    package let tokens: [String]
    /// The numbers of the words; `nil` for a word without a number.
    package let values: [Double?]
    /// The name of the quantity, for the color scale.
    package let label: String
    /// The remarks about the data.
    package let notes: [String]
    /// The color scale.
    package let colors: ColorScale

    /// Creates a map of words.
    ///
    /// - Parameters:
    ///   - title: the title.
    ///   - tokens: the words, in order.
    ///   - values: their numbers.
    ///   - label: the name of the quantity, for the color scale.
    ///   - range: the values at the ends of the color scale, or `nil` to derive them from the data.
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

    /// Returns a word's number as shown.
    package func spelling(of value: Double?) -> String {
        value.map { NumberFormat.significant(2).spelling(of: $0) } ?? ""
    }
}
