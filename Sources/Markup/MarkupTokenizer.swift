/// Takes a document apart into tags and text.
struct MarkupTokenizer {
    /// A piece of the document.
    enum Token {
        /// Text, without escapes.
        case text(String)
        /// The beginning of an element, which may be its end as well.
        case start(name: String, attributes: [MarkupElement.Attribute], isEmpty: Bool)
        /// The end of an element.
        case end(name: String)
    }

    /// The document.
    private let bytes: [UInt8]

    /// The position at which reading continues.
    private var position = 0

    /// Indicates whether what comes next stands in a picture or a formula of HTML.
    var isForeign = false

    /// Begins at the start of a text.
    init(_ text: String) {
        bytes = Array(text.utf8)
    }

    /// Returns the next tag or text; nil at the end.
    mutating func next() -> Token? {
        while position < bytes.count {
            guard bytes[position] == UInt8(ascii: "<") else { return takeText() }
            if let token = takeTag() { return token }
        }
        return nil
    }

    /// Returns the text up to the end tag of an element in which tags are text.
    mutating func takeRawText(until name: String) -> String {
        let start = position
        let end = Array("</\(name)".utf8)
        while position < bytes.count {
            let isEnd =
                position + end.count <= bytes.count
                && end.indices.allSatisfy { bytes[position + $0] | 0x20 == end[$0] | 0x20 }
            if isEnd { break }
            position += 1
        }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    /// Takes text up to the next tag.
    private mutating func takeText() -> Token {
        let start = position
        position += 1
        while position < bytes.count, bytes[position] != UInt8(ascii: "<") { position += 1 }
        return .text(decoded(start..<position))
    }

    /// Takes what begins with `<`; returns nil for what is left out.
    private mutating func takeTag() -> Token? {
        let start = position
        let following = position + 1 < bytes.count ? bytes[position + 1] : 0
        switch following {
        case UInt8(ascii: "!"), UInt8(ascii: "?"):
            return takeDeclaration()
        case UInt8(ascii: "/"):
            position += 2
            guard position < bytes.count, Self.isLetter(bytes[position]) else {
                return Self.bogus(&position, bytes)
            }
            let name = takeName()
            _ = takeAttributes()
            return .end(name: name)
        case _ where Self.isLetter(following):
            position += 1
            let name = takeName()
            let (attributes, isEmpty) = takeAttributes()
            return .start(name: name, attributes: attributes, isEmpty: isEmpty)
        default:
            position = start + 1
            return .text("<")
        }
    }

    /// Leaves out what no parser understands, up to the next `>`.
    private static func bogus(_ position: inout Int, _ bytes: [UInt8]) -> Token? {
        while position < bytes.count, bytes[position] != UInt8(ascii: ">") { position += 1 }
        position = min(position + 1, bytes.count)
        return nil
    }

    /// Leaves out a comment or a declaration; returns the text of a section of characters.
    private mutating func takeDeclaration() -> Token? {
        if holds("<!--") {
            position += 4
            // Browsers take `<!-->` and `<!--->` for whole comments.
            if holds(">") || holds("->") { return Self.bogus(&position, bytes) }
            while position < bytes.count, !holds("-->"), !holds("--!>") { position += 1 }
            return Self.bogus(&position, bytes)
        }
        guard holds("<![CDATA["), isForeign else {
            return Self.bogus(&position, bytes)
        }
        position += 9
        let start = position
        while position < bytes.count, !holds("]]>") { position += 1 }
        let text = String(decoding: bytes[start..<position], as: UTF8.self)
        position = min(position + 3, bytes.count)
        return text.isEmpty ? nil : .text(text)
    }

    /// Returns whether some characters stand at the position.
    private func holds(_ text: StaticString) -> Bool {
        text.withUTF8Buffer { expected in
            position + expected.count <= bytes.count
                && expected.indices.allSatisfy { bytes[position + $0] == expected[$0] }
        }
    }

    /// Takes the name of an element.
    private mutating func takeName() -> String {
        let start = position
        while position < bytes.count, !Self.endsName(bytes[position]) { position += 1 }
        return spelled(start..<position)
    }

    /// Takes attributes up to the end of the tag; returns whether a slash stands before it.
    private mutating func takeAttributes() -> ([MarkupElement.Attribute], Bool) {
        var attributes: [MarkupElement.Attribute] = []
        var isEmpty = false
        while position < bytes.count {
            let byte = bytes[position]
            if byte == UInt8(ascii: ">") {
                position += 1
                break
            }
            guard !Self.isSpace(byte), byte != UInt8(ascii: "/") else {
                isEmpty = byte == UInt8(ascii: "/")
                position += 1
                continue
            }
            isEmpty = false
            let attribute = takeAttribute()
            if !attributes.contains(where: { $0.name == attribute.name }) {
                attributes.append(attribute)
            }
        }
        return (attributes, isEmpty)
    }

    /// Takes an attribute.
    private mutating func takeAttribute() -> MarkupElement.Attribute {
        let start = position
        position += 1
        while position < bytes.count, !Self.endsName(bytes[position]),
            bytes[position] != UInt8(ascii: "=")
        {
            position += 1
        }
        let name = spelled(start..<position)
        skipSpace()
        guard position < bytes.count, bytes[position] == UInt8(ascii: "=") else {
            return MarkupElement.Attribute(name, "")
        }
        position += 1
        skipSpace()
        return MarkupElement.Attribute(name, takeValue())
    }

    /// Takes the value of an attribute, in quotes or without.
    private mutating func takeValue() -> String {
        guard position < bytes.count else { return "" }
        let quote = bytes[position]
        if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
            position += 1
            let start = position
            while position < bytes.count, bytes[position] != quote { position += 1 }
            defer { position = min(position + 1, bytes.count) }
            return decoded(start..<position)
        }
        let start = position
        while position < bytes.count, !Self.isSpace(bytes[position]),
            bytes[position] != UInt8(ascii: ">")
        {
            position += 1
        }
        return decoded(start..<position)
    }

    /// Steps over white space.
    private mutating func skipSpace() {
        while position < bytes.count, Self.isSpace(bytes[position]) { position += 1 }
    }

    /// Returns a name in small letters.
    private func spelled(_ range: Range<Int>) -> String {
        String(decoding: bytes[range], as: UTF8.self).lowercased()
    }

    /// Returns text with what its references stand for.
    private func decoded(_ range: Range<Int>) -> String {
        CharacterReference.decoded(String(decoding: bytes[range], as: UTF8.self))
    }

    /// Returns whether a byte ends a name.
    private static func endsName(_ byte: UInt8) -> Bool {
        isSpace(byte) || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/")
    }

    /// Returns whether a byte is white space.
    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || (0x09...0x0D).contains(byte) && byte != 0x0B
    }

    /// Returns whether a byte is a letter of ASCII.
    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }
}
