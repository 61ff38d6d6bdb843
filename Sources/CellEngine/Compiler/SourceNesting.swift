/// How deep the brackets of a source lie in one another, read in one pass.
///
/// The parser tries several readings of each bracket that directly follows another one, so that the
/// time it takes doubles with each; and it calls itself for every level.
struct SourceNesting {
    /// The source.
    private let source: [UInt8]

    /// Where the reader is.
    private var place = 0

    /// What is open.
    private var open: [Level] = []

    /// The run of brackets that the next bracket would belong to; nothing, where there is another
    /// thing in between.
    private var run: Run?

    /// How many levels there may be.
    static let deepest = 200

    /// Brackets each of which follows directly on the one before.
    private struct Run {
        /// How many of them are square.
        var squares = 0
        /// How many there are.
        var count = 0

        /// Whether a parser would take too long for them.
        var isTooLong: Bool { squares > 16 || squares > 8 && count > 20 }
    }

    /// Something that is open.
    private enum Level: Equatable {
        /// A bracket.
        case bracket
        /// A string literal, with so many number signs, on one line or several.
        case string(signs: Int, isMultiline: Bool)
    }

    /// Begins to read a source.
    private init(_ source: String) { self.source = Array(source.utf8) }

    /// Returns where a source has a bracket that lies too deep in others, in UTF-8 bytes; nothing,
    /// where it has none.
    static func firstExcess(in source: String) -> Int? {
        var reader = SourceNesting(source)
        return reader.firstExcess()
    }

    /// Reads on to the first bracket that lies too deep.
    private mutating func firstExcess() -> Int? {
        while place < source.count {
            let start = place
            if case .string(let signs, let isMultiline)? = open.last {
                readString(signs: signs, isMultiline: isMultiline)
            } else {
                readCode()
            }
            if open.count > Self.deepest || run?.isTooLong == true { return start }
        }
        return nil
    }

    /// Returns a byte from here on; 0, where the source has ended.
    private func byte(_ offset: Int = 0) -> UInt8 {
        place + offset < source.count ? source[place + offset] : 0
    }

    /// Whether some text stands here.
    private func stands(_ text: StaticString) -> Bool {
        text.withUTF8Buffer { source[place...].starts(with: $0) }
    }

    // MARK: Code

    /// Reads a token of code.
    private mutating func readCode() {
        switch byte() {
        case UInt8(ascii: "["), UInt8(ascii: "("), UInt8(ascii: "{"): readOpening()
        case UInt8(ascii: "]"), UInt8(ascii: ")"), UInt8(ascii: "}"): readClosing()
        case UInt8(ascii: "\""): beginString(signs: 0)
        case UInt8(ascii: "#"): readNumberSign()
        case UInt8(ascii: "/") where stands("//"): skip(to: "\n")
        case UInt8(ascii: "/") where stands("/*"): skipComment()
        case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\t"), UInt8(ascii: "\r"):
            place += 1
        case let letter where Self.isPartOfName(letter): readName()
        default:
            run = nil
            place += 1
        }
    }

    /// Reads a bracket that opens.
    private mutating func readOpening() {
        var next = byte() == UInt8(ascii: "{") ? nil : run ?? Run()
        next?.squares += byte() == UInt8(ascii: "[") ? 1 : 0
        next?.count += 1
        run = next ?? Run()
        open.append(.bracket)
        place += 1
    }

    /// Reads a bracket that closes: the end of an interpolation leads back into its string.
    private mutating func readClosing() {
        if open.last == .bracket { open.removeLast() }
        run = nil
        place += 1
    }

    /// Reads a name; the arguments of a generic type count as if they followed directly.
    private mutating func readName() {
        while Self.isPartOfName(byte()) || byte() == UInt8(ascii: ".") { place += 1 }
        guard byte() == UInt8(ascii: "<") else { return run = nil }
        run?.count += 1
        place += 1
    }

    /// Whether a byte can be a part of a name.
    private static func isPartOfName(_ byte: UInt8) -> Bool {
        byte >= 128 || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "`")
            || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
            || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    /// Reads what begins with a number sign: a condition, a string, or something else.
    private mutating func readNumberSign() {
        run = nil
        if stands("#if") { open.append(.bracket) }
        if stands("#endif"), open.last == .bracket { open.removeLast() }
        let start = place
        while byte() == UInt8(ascii: "#") { place += 1 }
        if byte() == UInt8(ascii: "\"") { beginString(signs: place - start) }
    }

    /// Skips text up to some other.
    private mutating func skip(to end: StaticString) {
        while place < source.count, !stands(end) { place += 1 }
    }

    /// Skips a comment that may hold others.
    private mutating func skipComment() {
        var depth = 0
        repeat {
            if stands("/*") {
                depth += 1
                place += 2
            } else if stands("*/") {
                depth -= 1
                place += 2
            } else {
                place += 1
            }
        } while depth > 0 && place < source.count
    }

    // MARK: Strings

    /// Reads the beginning of a string.
    private mutating func beginString(signs: Int) {
        run = nil
        let isMultiline = stands("\"\"\"")
        place += isMultiline ? 3 : 1
        open.append(.string(signs: signs, isMultiline: isMultiline))
    }

    /// Reads a character of a string, its end, or the beginning of an interpolation.
    private mutating func readString(signs: Int, isMultiline: Bool) {
        let isEnd = isMultiline ? stands("\"\"\"") : byte() == UInt8(ascii: "\"")
        if isEnd, areSigns(signs, after: isMultiline ? 3 : 1) {
            place += (isMultiline ? 3 : 1) + signs
            open.removeLast()
        } else if !isMultiline, byte() == UInt8(ascii: "\n") {
            // The string is not complete; what follows is code again.
            open.removeLast()
        } else if byte() == UInt8(ascii: "\\"), areSigns(signs, after: 1) {
            place += 1 + signs
            if byte() == UInt8(ascii: "(") { open.append(.bracket) }
            place += 1
        } else {
            place += 1
        }
    }

    /// Whether so many number signs stand a little further on.
    private func areSigns(_ count: Int, after offset: Int) -> Bool {
        (0..<count).allSatisfy { byte(offset + $0) == UInt8(ascii: "#") }
    }
}
