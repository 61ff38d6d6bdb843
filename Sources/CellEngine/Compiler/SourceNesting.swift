/// The nesting depth of a source's brackets, determined in one pass.
///
/// The parser tries several readings of each bracket that directly follows another one, so that its
/// time doubles with each; and it recurses for every level.
struct SourceNesting {
    /// The source.
    private let source: [UInt8]

    /// The current position of the reader.
    private var place = 0

    /// The open levels.
    private var open: [Level] = []

    /// The sequence of brackets that the next bracket would continue, or `nil` if something else is
    /// in between.
    private var run: Run?

    /// The maximum number of levels.
    static let deepest = 200

    /// A sequence of brackets that follow directly on each other.
    private struct Run {
        /// The number of square brackets.
        var squares = 0
        /// The number of all brackets.
        var count = 0

        /// Indicates whether the parser would take too long.
        var isTooLong: Bool { squares > 16 || squares > 8 && count > 20 }
    }

    /// An open level.
    private enum Level: Equatable {
        /// A bracket.
        case bracket
        /// A string literal with a number of number signs, on one or several lines.
        case string(signs: Int, isMultiline: Bool)
    }

    /// Creates a reader of a source.
    private init(_ source: String) { self.source = Array(source.utf8) }

    /// Returns the offset of the first bracket that is nested too deeply, in UTF-8 bytes, or `nil`
    /// if there is none.
    static func firstExcess(in source: String) -> Int? {
        var reader = SourceNesting(source)
        return reader.firstExcess()
    }

    /// Reads up to the first bracket that is nested too deeply.
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

    /// Returns the byte at an offset from the current position; 0 after the end.
    private func byte(_ offset: Int = 0) -> UInt8 {
        place + offset < source.count ? source[place + offset] : 0
    }

    /// Returns whether some text is at the current position.
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

    /// Reads an opening bracket.
    private mutating func readOpening() {
        var next = byte() == UInt8(ascii: "{") ? nil : run ?? Run()
        next?.squares += byte() == UInt8(ascii: "[") ? 1 : 0
        next?.count += 1
        run = next ?? Run()
        open.append(.bracket)
        place += 1
    }

    /// Reads a closing bracket; the end of an interpolation leads back into its string.
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

    /// Returns whether a byte can be part of a name.
    private static func isPartOfName(_ byte: UInt8) -> Bool {
        byte >= 128 || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "`")
            || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
            || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    /// Reads a token that begins with a number sign: a condition, a string, or something else.
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

    /// Skips a comment, which may contain others.
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
            // The string is not closed; the next line is code again.
            open.removeLast()
        } else if byte() == UInt8(ascii: "\\"), areSigns(signs, after: 1) {
            place += 1 + signs
            if byte() == UInt8(ascii: "(") { open.append(.bracket) }
            place += 1
        } else {
            place += 1
        }
    }

    /// Returns whether a number of number signs follow at an offset.
    private func areSigns(_ count: Int, after offset: Int) -> Bool {
        (0..<count).allSatisfy { byte(offset + $0) == UInt8(ascii: "#") }
    }
}
