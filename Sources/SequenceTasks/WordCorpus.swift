public import Recurrent

/// A text as a sequence of words, each a token, for next-word prediction.
///
/// Words are runs of letters and digits in lower case; every other character except white space is
/// a word by itself.
public struct WordCorpus: Hashable, Sendable {
    /// The placeholder for words outside the vocabulary, token 0.
    public static let unknown = "<unknown>"

    /// The words in the order of their tokens: the placeholder, then the most frequent first.
    public let vocabulary: [String]

    /// The text as tokens.
    public let tokens: [Int]

    /// The tokens of the words.
    private let places: [String: Int]

    /// Creates a corpus from a text.
    ///
    /// - Parameter mostWords: the maximum size of the vocabulary, without the placeholder; `nil`
    ///   for no limit.
    /// - Throws: `RecurrentError.invalidValue` for a text of fewer than two words.
    public init(_ text: String, mostWords: Int? = nil) throws(RecurrentError) {
        let words = Self.words(of: text)
        try checkCount("the largest number of words", mostWords ?? 1, from: 1)
        guard words.count >= 2 else {
            throw .invalidValue(
                name: "the length of the text", value: "\(words.count)",
                needed: "at least 2 words, one to read and one to guess")
        }
        var counts: [String: Int] = [:]
        for word in words { counts[word, default: 0] += 1 }
        let ordered = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
        vocabulary = [Self.unknown] + ordered.prefix(mostWords ?? ordered.count)
        let places = Dictionary(
            uniqueKeysWithValues: vocabulary.enumerated().map { ($0.element, $0.offset) })
        self.places = places
        tokens = words.map { places[$0] ?? 0 }
    }

    /// Returns the tokens of a text; words outside the vocabulary become token 0.
    public func tokens(of text: String) -> [Int] {
        Self.words(of: text).map { places[$0] ?? 0 }
    }

    /// Returns the words of tokens separated by spaces; invalid tokens become `?`.
    public func text(of tokens: [Int]) -> String {
        tokens.map { vocabulary.indices.contains($0) ? vocabulary[$0] : "?" }
            .joined(separator: " ")
    }

    /// Returns the batches of one pass over the text, in order; see `CharacterCorpus`.
    ///
    /// - Throws: `RecurrentError.invalidValue` if the text is too short for one batch.
    public func batches<Scalar: RealScalar>(
        of size: Int, steps: Int, as type: Scalar.Type = Double.self
    ) throws(RecurrentError) -> [Batch<Scalar>] {
        try strands(of: tokens, size: size, steps: steps, unit: "words")
    }

    /// Cuts a text into words.
    private static func words(of text: String) -> [String] {
        var (words, word) = ([String](), "")
        for character in text.lowercased() {
            if character.isLetter || character.isNumber {
                word.append(character)
                continue
            }
            if !word.isEmpty { words.append(word) }
            word = ""
            if !character.isWhitespace { words.append(String(character)) }
        }
        if !word.isEmpty { words.append(word) }
        return words
    }
}
