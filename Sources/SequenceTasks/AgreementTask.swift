public import Recurrent

/// Subject-verb agreement: "the writer of the books …" continues with "is", not "are".
///
/// Sentences have the form `the N (P the N)*`; the class is the number of the first noun: 0 for
/// `is`, 1 for `are`. Later nouns of the other number are attractors.
/// - Source: the slides' example; the task is that of Linzen, Dupoux and Goldberg 2016.
public struct AgreementTask: SequenceTask, Hashable {
    /// The nouns in the singular.
    public static let singularNouns = [
        "writer", "book", "teacher", "key", "painter", "letter", "dog", "cabinet",
    ]

    /// The same nouns in the plural.
    public static let pluralNouns = singularNouns.map { $0 + "s" }

    /// The prepositions.
    public static let prepositions = ["of", "near", "behind", "with"]

    /// All words, in the order of their tokens.
    public static let vocabulary = ["the"] + singularNouns + pluralNouns + prepositions

    /// The continuations of a sentence, in the order of the classes.
    public static let verbs = ["is", "are"]

    /// The maximum number of nouns after the subject in training.
    public var maximumLength: Int

    /// The probability that a training sentence ends after each noun.
    public var endProbability: Double

    /// Indicates whether every later noun differs in number from the subject; if false, each number
    /// is random.
    public var hasOnlyAttractors: Bool

    /// The number of later nouns of every sentence, or `nil` for a random number.
    public var attractors: Int?

    /// Indicates whether all sentences of a batch have the same number of later nouns.
    ///
    /// Programs that cannot mix lengths in a batch need this.
    public var hasOneLengthPerBatch: Bool

    /// Creates the task for training, with random lengths and random numbers of the later nouns.
    public init(
        maximumLength: Int = 4, endProbability: Double = 0.6, oneLengthPerBatch: Bool = false
    ) {
        self.maximumLength = maximumLength
        self.endProbability = endProbability
        hasOneLengthPerBatch = oneLengthPerBatch
        hasOnlyAttractors = false
        attractors = nil
    }

    /// Returns the task for testing: with the given number of later nouns, all of the other number.
    public func withAttractors(_ count: Int) -> AgreementTask {
        var task = self
        task.attractors = count
        task.hasOnlyAttractors = true
        return task
    }

    /// Generates a batch of `size` sequences.
    ///
    /// - Throws: `RecurrentError.invalidValue` if the size is less than 1 or a setting is invalid.
    public func batch<Scalar: RealScalar>(
        of size: Int, using generator: inout some RandomNumberGenerator
    ) throws(RecurrentError) -> Batch<Scalar> {
        try checkCount("the number of attractors", attractors ?? 0, from: 0)
        try checkCount("the largest number of later nouns", maximumLength, from: 0)
        try checkSetting("the probability of an end", endProbability, from: 0, to: 1)
        try checkBatch(size, steps: 2 + 3 * (attractors ?? maximumLength))
        var sentences: [[Int]] = []
        var classes: [Int] = []
        let shared = hasOneLengthPerBatch ? length(using: &generator) : nil
        for _ in 0..<size {
            let isPlural = generator.integer(below: 2) == 1
            sentences.append(sentence(isPlural: isPlural, shared, using: &generator))
            classes.append(isPlural ? 1 : 0)
        }
        return Batch(.tokens(try TokenBatch(sentences)), .classes(classes))
    }

    /// Returns a random sentence with a subject of a given number; if the count of later nouns is
    /// `nil`, it is random.
    private func sentence(
        isPlural: Bool, _ count: Int?, using generator: inout some RandomNumberGenerator
    ) -> [Int] {
        var tokens = [0, noun(isPlural, using: &generator)]
        for _ in 0..<(count ?? length(using: &generator)) {
            let isLaterPlural = hasOnlyAttractors ? !isPlural : generator.integer(below: 2) == 1
            let preposition = 17 + generator.integer(below: Self.prepositions.count)
            tokens += [preposition, 0, noun(isLaterPlural, using: &generator)]
        }
        return tokens
    }

    /// Returns a random number of later nouns.
    private func length(using generator: inout some RandomNumberGenerator) -> Int {
        if let attractors { return attractors }
        var count = 0
        while count < maximumLength, generator.uniform() >= endProbability { count += 1 }
        return count
    }

    /// Returns a random noun.
    private func noun(
        _ isPlural: Bool, using generator: inout some RandomNumberGenerator
    ) -> Int {
        (isPlural ? 9 : 1) + generator.integer(below: 8)
    }

    /// Returns the tokens of a sentence.
    ///
    /// - Throws: `RecurrentError.invalidValue` for a word outside the vocabulary.
    public static func tokens(of sentence: String) throws(RecurrentError) -> [Int] {
        var tokens: [Int] = []
        for word in sentence.lowercased().split(separator: " ") {
            guard let token = vocabulary.firstIndex(of: String(word)) else {
                throw .invalidValue(
                    name: "the word \"\(word)\"", value: "unknown",
                    needed: "one of: \(vocabulary.joined(separator: ", "))")
            }
            tokens.append(token)
        }
        return tokens
    }

    /// Returns the words of tokens; invalid tokens become `?`.
    public static func words(of tokens: [Int]) -> [String] {
        tokens.map { vocabulary.indices.contains($0) ? vocabulary[$0] : "?" }
    }
}
