/// Cuts XML into tags and text.
///
/// It works on scalars: a combining mark behind a `>` makes one character with it.
struct XMLReader {
    /// A tag, or the text between two.
    enum Piece {
        /// Text, without references.
        case text(String)
        /// A tag that opens an element.
        case opening(String, [String: String])
        /// A tag that closes an element.
        case closing(String)
        /// A tag of an element without contents.
        case empty(String, [String: String])
    }

    /// What has not been read.
    private var rest: Substring.UnicodeScalarView

    /// Starts at the beginning of a text.
    init(_ xml: String) { rest = xml[...].unicodeScalars }

    /// Reads the next piece; nil at the end.
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

    /// Reads an opening tag behind its `<`.
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

    /// Reads an attribute; one without a value has an empty one.
    private mutating func attribute() -> (name: String, value: String) {
        // The first scalar is part of the name, whatever it is: every call reads something.
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

    /// Returns whether a text is next.
    private func isNext(_ text: String) -> Bool { rest.starts(with: text.unicodeScalars) }

    /// Skips a text, if it is next.
    private mutating func skip(_ text: String) -> Bool {
        guard isNext(text) else { return false }
        rest.removeFirst(text.unicodeScalars.count)
        return true
    }

    /// Takes scalars while they meet a condition.
    private mutating func take(while condition: (Unicode.Scalar) -> Bool) -> String {
        let taken = rest.prefix(while: condition)
        rest = rest[taken.endIndex...]
        return String(taken)
    }

    /// Takes what stands before a text, or all, and skips the text.
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
