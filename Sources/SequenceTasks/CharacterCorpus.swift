public import Recurrent

/// A text as a sequence of characters, each a token, for next-character prediction.
public struct CharacterCorpus: Hashable, Sendable {
    /// The distinct characters, in the order of their tokens.
    public let vocabulary: [Character]

    /// The text as tokens.
    public let tokens: [Int]

    /// Indicates whether texts are reduced to lower-case letters and single spaces.
    public let isLettersOnly: Bool

    /// Creates a corpus from a text.
    ///
    /// - Parameter lettersOnly: reduces the text to the lower-case letters a to z, with one space
    ///   for each run of other characters.
    /// - Throws: `RecurrentError.invalidValue` for a text of fewer than two characters.
    public init(_ text: String, lettersOnly: Bool = false) throws(RecurrentError) {
        let characters = lettersOnly ? Self.letters(of: text) : Array(text)
        guard characters.count >= 2 else {
            throw .invalidValue(
                name: "the length of the text", value: "\(characters.count)",
                needed: "at least 2 characters, one to read and one to guess")
        }
        isLettersOnly = lettersOnly
        vocabulary = Set(characters).sorted()
        let positions = Dictionary(
            uniqueKeysWithValues: vocabulary.enumerated().map { ($0.element, $0.offset) })
        tokens = characters.compactMap { positions[$0] }
    }

    /// Reduces a text to lower-case letters and single spaces.
    private static func letters(of text: String) -> [Character] {
        var letters: [Character] = []
        for character in text.lowercased() {
            if ("a"..."z").contains(character) {
                letters.append(character)
            } else if letters.last != " ", !letters.isEmpty {
                letters.append(" ")
            }
        }
        return letters
    }

    /// Returns the tokens of a text, which is first reduced to letters if the corpus is.
    ///
    /// - Throws: `RecurrentError.invalidValue` for a character that does not occur in the corpus.
    public func tokens(of text: String) throws(RecurrentError) -> [Int] {
        var found: [Int] = []
        for character in isLettersOnly ? Self.letters(of: text) : Array(text) {
            guard let token = vocabulary.firstIndex(of: character) else {
                throw .invalidValue(
                    name: "the character \(String(character).debugDescription)",
                    value: "unknown",
                    needed: "one that the corpus has: \(String(vocabulary).debugDescription)")
            }
            found.append(token)
        }
        return found
    }

    /// Returns the text of tokens; invalid tokens become `?`.
    public func text(of tokens: [Int]) -> String {
        String(tokens.map { vocabulary.indices.contains($0) ? vocabulary[$0] : "?" })
    }

    /// Returns the batches of one pass over the text, in order.
    ///
    /// The text is cut into `size` equal strands that are read in parallel, `steps` characters at a
    /// time, so that states can be carried from one batch to the next. The target of every step is
    /// the next character.
    /// - Throws: `RecurrentError.invalidValue` if the text is too short for one batch.
    public func batches<Scalar: RealScalar>(
        of size: Int, steps: Int, as type: Scalar.Type = Double.self
    ) throws(RecurrentError) -> [Batch<Scalar>] {
        try strands(of: tokens, size: size, steps: steps, unit: "characters")
    }
}
