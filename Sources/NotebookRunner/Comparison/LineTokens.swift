/// A line of text, taken apart into numbers and what stands between them.
///
/// A number stands for itself: as a word of its own, in brackets, after an equals sign or a colon, or
/// as a term of a sum, and at most with a short unit behind it. Digits in versions, addresses, dates,
/// times, paths and identifiers are text, which has to be the same.
struct LineTokens {
    /// A piece of the line and the white space before it.
    struct Token {
        /// The white space.
        let space: Substring

        /// The piece.
        let text: Substring

        /// How the piece is spelled.
        let kind: Kind
    }

    /// How a piece is spelled.
    enum Kind {
        /// Not as a number.
        case text
        /// As a whole number.
        case integer
        /// As a number with a fraction or an exponent.
        case fraction
    }

    /// The pieces, in order; the last one is empty and holds the white space at the end.
    private(set) var tokens: [Token] = []

    /// Where the white space begins that has not been given to a piece yet.
    private var spaceStart: String.Index

    /// The line.
    private let line: Substring

    /// The words after which a number is a version.
    private static let versionWords: Set<String> = [
        "version", "versions", "release", "v", "ver", "python", "swift",
    ]

    /// Takes a line apart.
    init(_ line: Substring) {
        self.line = line
        spaceStart = line.startIndex
        let scalars = line.unicodeScalars
        var position = line.startIndex
        while position < line.endIndex {
            let scalar = scalars[position]
            if scalar.properties.isWhitespace {
                scalars.formIndex(after: &position)
            } else if Self.isSeparator(scalar) {
                let end = scalars.index(after: position)
                append(line[position..<end], .text)
                position = end
            } else {
                let end =
                    scalars[position...].firstIndex {
                        $0.properties.isWhitespace || Self.isSeparator($0)
                    } ?? line.endIndex
                append(word: line[position..<end])
                position = end
            }
        }
        append(line[line.endIndex...], .text)
    }

    /// Adds a piece.
    private mutating func append(_ text: Substring, _ kind: Kind) {
        tokens.append(Token(space: line[spaceStart..<text.startIndex], text: text, kind: kind))
        spaceStart = text.endIndex
    }

    /// Adds the pieces of a word.
    private mutating func append(word: Substring) {
        let isVersion =
            tokens.last.map { Self.versionWords.contains($0.text.lowercased()) } ?? false
        guard !isVersion, !Self.isTime(word) else { return append(word, .text) }
        let end = word.lastIndex { $0 != "." && $0 != ":" }.map { word.index(after: $0) }
        let core = word[..<(end ?? word.startIndex)]
        var start = core.startIndex
        while start < core.endIndex {
            let stop = Self.endOfPart(core, from: start)
            append(part: core[start..<stop])
            start = stop
        }
        if core.endIndex < word.endIndex { append(word[core.endIndex...], .text) }
    }

    /// Returns where the part of a word ends that begins at a place: before or after a colon, or dots
    /// that belong to a range.
    private static func endOfPart(_ word: Substring, from start: String.Index) -> String.Index {
        func isMark(_ index: String.Index) -> Bool {
            guard word[index] == "." else { return word[index] == ":" }
            let after = word.index(after: index)
            let isFollowed = after < word.endIndex && word[after] == "."
            let isLed = index > word.startIndex && word[word.index(before: index)] == "."
            return isFollowed || isLed
        }
        let isMarkAtStart = isMark(start)
        return word.indices[start...].first { isMark($0) != isMarkAtStart } ?? word.endIndex
    }

    /// Adds a part of a word: its terms where it is a sum of numbers, and otherwise the whole.
    private mutating func append(part: Substring) {
        var scanner = TermScanner(rest: part)
        guard let terms = scanner.terms() else { return append(part, .text) }
        for term in terms { append(term.text, term.kind) }
    }

    /// Whether a word is a time of day, such as `12:30:45.5`.
    private static func isTime(_ word: Substring) -> Bool {
        word.wholeMatch(of: /[0-9]{1,2}(:[0-9]{2})+([.,][0-9]+)?\.?/) != nil
    }

    /// Whether a character ends a word.
    private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "(", ")", "[", "]", "{", "}", "<", ">", ",", ";", "\"", "'", "`", "=", "|", "*", "~",
            "&", "^", "!", "?", "%", "$":
            true
        case _ where scalar.value < 0x80: false
        default: !(scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
        }
    }
}
