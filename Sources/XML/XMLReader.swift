/// A tokenizer that splits XML into tags and text.
///
/// It processes scalars, because a combining mark after a `>` forms one character with it.
struct XMLReader {
    /// A tag, or the text between two tags.
    enum Piece {
        /// Text, with references replaced.
        case text(String)
        /// A tag that opens an element.
        case opening(String, [String: String])
        /// A tag that closes an element.
        case closing(String)
        /// A tag of an element without contents.
        case empty(String, [String: String])
    }

    /// The text that has not been read yet.
    private var rest: Substring.UnicodeScalarView

    /// Creates a reader at the beginning of a text.
    init(_ xml: String) { rest = xml[...].unicodeScalars }

    /// Reads the next piece, or returns `nil` at the end.
    mutating func next() -> Piece? {
        while let first = rest.first {
            guard first == "<" else { return .text(XMLText.unescaped(take { $0 != "<" })) }
            if skip("<!--") {
                _ = take(through: "-->")
            } else if skip("<![CDATA[") {
                return .text(take(through: "]]>"))
            } else if isNext("<!") || isNext("<?") {
                _ = take(through: ">")
            } else if skip("</") {
                let name = take { $0 != ">" && !$0.properties.isWhitespace }
                _ = take(through: ">")
                return .closing(name)
            } else {
                rest.removeFirst()
                return tag()
            }
        }
        return nil
    }

    /// Reads an opening tag after its `<`.
    private mutating func tag() -> Piece {
        let name = take { !$0.properties.isWhitespace && $0 != ">" && $0 != "/" }
        var attributes: [String: String] = [:]
        while let first = rest.first, first != ">" {
            if skip("/>") { return .empty(name, attributes) }
            guard first != "/", !first.properties.isWhitespace else {
                rest.removeFirst()
                continue
            }
            let (attribute, value) = attribute()
            attributes[attribute] = value
        }
        _ = skip(">")
        return .opening(name, attributes)
    }

    /// Reads an attribute, whose value is empty if it has none.
    private mutating func attribute() -> (name: String, value: String) {
        // The first scalar always belongs to the name, so that every call consumes something.
        let first = String(rest.removeFirst())
        let name =
            first + take { !$0.properties.isWhitespace && $0 != "=" && $0 != ">" && $0 != "/" }
        _ = take(while: \.properties.isWhitespace)
        guard skip("=") else { return (name, "") }
        _ = take(while: \.properties.isWhitespace)
        for quote in ["\"", "'"] where skip(quote) {
            return (name, XMLText.unescaped(take(through: quote)))
        }
        return (name, XMLText.unescaped(take { !$0.properties.isWhitespace && $0 != ">" }))
    }

    /// Returns whether the remaining text begins with another.
    private func isNext(_ text: String) -> Bool { rest.starts(with: text.unicodeScalars) }

    /// Skips a text if it is next, and returns whether it was.
    private mutating func skip(_ text: String) -> Bool {
        guard isNext(text) else { return false }
        rest.removeFirst(text.unicodeScalars.count)
        return true
    }

    /// Reads scalars while they meet a condition.
    private mutating func take(while condition: (Unicode.Scalar) -> Bool) -> String {
        let taken = rest.prefix(while: condition)
        rest = rest[taken.endIndex...]
        return String(taken)
    }

    /// Reads up to a text, which is skipped, or to the end.
    private mutating func take(through end: String) -> String {
        var position = rest.startIndex
        while position < rest.endIndex {
            if rest[position...].starts(with: end.unicodeScalars) {
                let taken = String(rest[..<position])
                rest = rest[rest.index(position, offsetBy: end.unicodeScalars.count)...]
                return taken
            }
            rest.formIndex(after: &position)
        }
        let taken = String(rest)
        rest = rest[rest.endIndex...]
        return taken
    }
}
