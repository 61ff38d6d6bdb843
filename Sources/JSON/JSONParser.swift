/// A parser that reads JSON text into values.
struct JSONParser {
    /// The maximum nesting depth, so that hostile input cannot exhaust the stack.
    static let maximumDepth = 512

    /// The text as UTF-8.
    private let bytes: [UInt8]

    /// The position of the next byte to read.
    private var position = 0

    /// The number of arrays and objects that are open.
    private var depth = 0

    /// Creates a parser for UTF-8 text.
    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Parses the whole text as one value.
    ///
    /// - Throws: `JSONParsingError` with the position of the first invalid byte.
    mutating func parse() throws(JSONParsingError) -> JSONValue {
        skipByteOrderMark()
        skipWhitespace()
        let value = try parseValue()
        skipWhitespace()
        guard position == bytes.count else { throw error("there is more text after the value") }
        return value
    }

    // MARK: Values

    /// Parses the value at the current position.
    private mutating func parseValue() throws(JSONParsingError) -> JSONValue {
        guard position < bytes.count else { throw error("the text ends where a value should be") }
        switch bytes[position] {
        case UInt8(ascii: "{"): return try parseObject()
        case UInt8(ascii: "["): return try parseArray()
        case UInt8(ascii: "\""): return .string(try parseString())
        case UInt8(ascii: "t"): return try parse(literal: "true", as: .bool(true))
        case UInt8(ascii: "f"): return try parse(literal: "false", as: .bool(false))
        case UInt8(ascii: "n"): return try parse(literal: "null", as: .null)
        default: return .number(try parseNumber())
        }
    }

    /// Parses one of the literals `true`, `false` and `null`.
    private mutating func parse(
        literal: String, as value: JSONValue
    ) throws(JSONParsingError) -> JSONValue {
        guard skip(literal) else { throw error("expected a value") }
        return value
    }

    /// Parses an object.
    private mutating func parseObject() throws(JSONParsingError) -> JSONValue {
        try enter()
        defer { depth -= 1 }
        var object = JSONObject()
        skipWhitespace()
        if skip(UInt8(ascii: "}")) { return .object(object) }
        while true {
            skipWhitespace()
            guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else {
                throw error("expected a key in quotes")
            }
            let key = try parseString()
            skipWhitespace()
            guard skip(UInt8(ascii: ":")) else { throw error("expected a colon after the key") }
            skipWhitespace()
            object[key] = try parseValue()
            skipWhitespace()
            if skip(UInt8(ascii: "}")) { return .object(object) }
            guard skip(UInt8(ascii: ",")) else { throw error("expected a comma or a brace") }
        }
    }

    /// Parses an array.
    private mutating func parseArray() throws(JSONParsingError) -> JSONValue {
        try enter()
        defer { depth -= 1 }
        var array: [JSONValue] = []
        skipWhitespace()
        if skip(UInt8(ascii: "]")) { return .array(array) }
        while true {
            skipWhitespace()
            array.append(try parseValue())
            skipWhitespace()
            if skip(UInt8(ascii: "]")) { return .array(array) }
            guard skip(UInt8(ascii: ",")) else { throw error("expected a comma or a bracket") }
        }
    }

    /// Skips an opening bracket or brace.
    private mutating func enter() throws(JSONParsingError) {
        depth += 1
        guard depth <= Self.maximumDepth else {
            throw error("arrays and objects lie more than \(Self.maximumDepth) deep in one another")
        }
        position += 1
    }

    /// Parses a number, or one of the names that Python writes for non-finite values.
    private mutating func parseNumber() throws(JSONParsingError) -> JSONNumber {
        let start = position
        let isNegative = skip(UInt8(ascii: "-"))
        if skip("Infinity") || (!isNegative && skip("NaN")) { return number(from: start) }
        if !skip(UInt8(ascii: "0")) {
            guard skipDigits() else { throw error("expected a value") }
        }
        if skip(UInt8(ascii: ".")) {
            guard skipDigits() else { throw error("expected a digit after the decimal point") }
        }
        if skip(UInt8(ascii: "e")) || skip(UInt8(ascii: "E")) {
            if !skip(UInt8(ascii: "+")) { _ = skip(UInt8(ascii: "-")) }
            guard skipDigits() else { throw error("expected a digit in the exponent") }
        }
        return number(from: start)
    }

    /// Returns the text from a start to the current position as a number.
    private func number(from start: Int) -> JSONNumber {
        JSONNumber(checkedSpelling: String(decoding: bytes[start..<position], as: UTF8.self))
    }

    // MARK: Strings

    /// Parses a string with its quotes.
    private mutating func parseString() throws(JSONParsingError) -> String {
        position += 1
        let start = position
        position = endOfPlainText()
        guard position < bytes.count, bytes[position] != UInt8(ascii: "\"") else {
            return try takeQuote(after: bytes[start..<position])
        }
        return try parseEscapedString(from: start)
    }

    /// Parses the rest of a string that contains an escape.
    private mutating func parseEscapedString(from start: Int) throws(JSONParsingError) -> String {
        var text = Array(bytes[start..<position])
        while position < bytes.count, bytes[position] != UInt8(ascii: "\"") {
            guard bytes[position] == UInt8(ascii: "\\") else {
                throw error("a string holds a control character that is not escaped")
            }
            position += 1
            try parseEscape(into: &text)
            let end = endOfPlainText()
            text += bytes[position..<end]
            position = end
        }
        return try takeQuote(after: text[...])
    }

    /// Skips the quote that closes a string and returns the string.
    private mutating func takeQuote(
        after text: ArraySlice<UInt8>
    ) throws(JSONParsingError) -> String {
        guard position < bytes.count else { throw error("a string is not closed") }
        position += 1
        return String(decoding: text, as: UTF8.self)
    }

    /// Returns the position of the next quote, backslash or control character, or the end.
    private func endOfPlainText() -> Int {
        bytes.withUnsafeBufferPointer { buffer in
            var end = position
            while end < buffer.count {
                let byte = buffer[end]
                if byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { break }
                end += 1
            }
            return end
        }
    }

    /// Parses what follows a backslash and appends the character that it denotes.
    private mutating func parseEscape(into text: inout [UInt8]) throws(JSONParsingError) {
        guard position < bytes.count else { throw error("a string is not closed") }
        let byte = bytes[position]
        position += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
        case UInt8(ascii: "b"): text.append(0x08)
        case UInt8(ascii: "f"): text.append(0x0C)
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "r"): text.append(0x0D)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "u"): text.append(contentsOf: Array(String(try parseUnicode()).utf8))
        default: throw error("a backslash is followed by something that is no escape")
        }
    }

    /// Parses the digits of a `\u` escape, including the second half of a surrogate pair.
    private mutating func parseUnicode() throws(JSONParsingError) -> Unicode.Scalar {
        let first = try parseHexadecimal()
        if let scalar = Unicode.Scalar(first) { return scalar }
        guard first < 0xDC00, skip("\\u") else { throw error("half a surrogate pair is missing") }
        let second = try parseHexadecimal()
        guard (0xDC00..<0xE000).contains(second),
            let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
        else { throw error("half a surrogate pair is missing") }
        return scalar
    }

    /// Parses four hexadecimal digits.
    private mutating func parseHexadecimal() throws(JSONParsingError) -> UInt32 {
        let end = position + 4
        guard end <= bytes.count,
            bytes[position..<end].allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
            let value = UInt32(String(decoding: bytes[position..<end], as: UTF8.self), radix: 16)
        else { throw error("expected four hexadecimal digits after \\u") }
        position = end
        return value
    }

    // MARK: Steps

    /// Skips the byte order mark that some editors put before UTF-8 text.
    private mutating func skipByteOrderMark() {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    }

    /// Skips white space.
    private mutating func skipWhitespace() {
        while position < bytes.count {
            switch bytes[position] {
            case 0x20, 0x0A, 0x0D, 0x09: position += 1
            default: return
            }
        }
    }

    /// Skips digits and returns whether there were any.
    private mutating func skipDigits() -> Bool {
        let start = position
        while position < bytes.count, bytes[position] &- UInt8(ascii: "0") < 10 { position += 1 }
        return position > start
    }

    /// Skips a byte if it comes next, and returns whether it did.
    private mutating func skip(_ byte: UInt8) -> Bool {
        guard position < bytes.count, bytes[position] == byte else { return false }
        position += 1
        return true
    }

    /// Skips a word if it comes next, and returns whether it did.
    private mutating func skip(_ word: String) -> Bool {
        guard bytes[position...].starts(with: word.utf8) else { return false }
        position += word.utf8.count
        return true
    }

    /// Creates an error at the current position.
    private func error(_ problem: String) -> JSONParsingError {
        let before = bytes[..<min(position, bytes.count)]
        let line = before.count { $0 == 0x0A } + 1
        let lineStart = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        return JSONParsingError(problem: problem, line: line, column: before.count - lineStart + 1)
    }
}

extension JSONValue {
    /// Parses JSON text.
    ///
    /// - Throws: `JSONParsingError` if the text is not valid UTF-8 or not valid JSON.
    public init(parsing bytes: [UInt8]) throws(JSONParsingError) {
        guard (try? UTF8Span(validating: bytes.span)) != nil else {
            throw JSONParsingError(problem: "the text is not UTF-8", line: 1, column: 1)
        }
        var parser = JSONParser(bytes)
        self = try parser.parse()
    }

    /// Parses JSON text.
    ///
    /// - Throws: `JSONParsingError` if the text is not valid JSON.
    public init(parsing text: String) throws(JSONParsingError) {
        var parser = JSONParser(Array(text.utf8))
        self = try parser.parse()
    }
}
