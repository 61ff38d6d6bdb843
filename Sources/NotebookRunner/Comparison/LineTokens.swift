/// A line of text split into numbers and other pieces.
///
/// Something counts as a number if it is a separate word, in brackets, after an equals sign or a
/// colon, or a term of a sum, optionally followed by a short unit. Digits in versions, addresses,
/// dates, times, paths and identifiers are text, which must be the same.
struct LineTokens {
    /// A piece of the line with its preceding white space.
    struct Token {
        /// The white space.
        let space: Substring

        /// The piece.
        let text: Substring

        /// The kind of the piece.
        let kind: Kind
    }

    /// The kind of a piece.
    enum Kind {
        /// Text.
        case text
        /// An integer.
        case integer
        /// A number with a fraction or an exponent.
        case fraction
    }

    /// The pieces in order; the last one is empty and holds the trailing white space.
    private(set) var tokens: [Token] = []

    /// The start of white space that has not been assigned to a piece yet.
    private var spaceStart: String.Index

    /// The underlying channel.
    private let line: Substring

    /// The words after which a number is a version.
    private static let versionWords: Set<String> = [
        "version", "versions", "release", "v", "ver", "python", "swift",
    ]

    /// Splits a line.
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

    /// Adds a piece of work.
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

    /// Returns the end of the part of a word that begins at an index: before or after a colon, or
    /// around the dots of a range.
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

    /// Adds a part of a word: its terms if it is a sum of numbers, otherwise the whole.
    private mutating func append(part: Substring) {
        var scanner = TermScanner(rest: part)
        guard let terms = scanner.terms() else { return append(part, .text) }
        for term in terms { append(term.text, term.kind) }
    }

    /// The pattern of a time of day, such as `12:30:45.5`.
    nonisolated(unsafe) private static let time = /[0-9]{1,2}(:[0-9]{2})+([.,][0-9]+)?\.?/

    /// Returns whether a word is a time of day.
    private static func isTime(_ word: Substring) -> Bool {
        word.first?.isNumber == true && word.wholeMatch(of: time) != nil
    }

    /// Returns whether a character ends a word.
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
