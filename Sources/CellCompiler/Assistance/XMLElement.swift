/// An element of the XML in sourcekitd's descriptions.
///
/// The XML comes from the compiler and is well formed; attributes do not matter.
struct XMLElement {
    /// What can stand in an element.
    enum Content {
        /// Text, without escapes.
        case text(String)
        /// Another element.
        case element(XMLElement)
    }

    /// The name; empty for the whole.
    private(set) var name: String

    /// What stands in it, in order.
    private(set) var contents: [Content] = []

    /// Reads a piece of XML; the result stands for the whole, whatever that begins with.
    init(_ xml: String) {
        var open = [XMLElement(name: "")]
        var rest = xml[...]
        while let piece = Self.takePiece(from: &rest) {
            switch piece {
            case .text(let text): open[open.count - 1].contents.append(.text(text))
            case .opening(let name): open.append(XMLElement(name: name))
            case .empty(let name):
                open[open.count - 1].contents.append(.element(XMLElement(name: name)))
            case .closing:
                guard open.count > 1 else { continue }
                let closed = open.removeLast()
                open[open.count - 1].contents.append(.element(closed))
            }
        }
        while open.count > 1 {
            let closed = open.removeLast()
            open[open.count - 1].contents.append(.element(closed))
        }
        self = open[0]
    }

    /// Makes an element with nothing in it.
    private init(name: String) { self.name = name }

    /// The text in the element and in those that it holds.
    var text: String {
        contents.reduce(into: "") { text, content in
            switch content {
            case .text(let piece): text += piece
            case .element(let element): text += element.text
            }
        }
    }

    /// The elements right in this one.
    var elements: [XMLElement] {
        contents.compactMap { if case .element(let element) = $0 { element } else { nil } }
    }

    /// Returns the first element of a name right in this one.
    subscript(name: String) -> XMLElement? { elements.first { $0.name == name } }

    // MARK: Reading

    /// A piece of XML.
    private enum Piece {
        case text(String)
        case opening(String)
        case closing
        case empty(String)
    }

    /// Takes the next piece off.
    private static func takePiece(from rest: inout Substring) -> Piece? {
        guard let first = rest.first else { return nil }
        guard first == "<" else {
            let end = rest.firstIndex(of: "<") ?? rest.endIndex
            defer { rest = rest[end...] }
            return .text(unescaped(rest[..<end]))
        }
        let verbatim = "<![CDATA["
        if rest.hasPrefix(verbatim) {
            rest.removeFirst(verbatim.count)
            let end = rest.firstRange(of: "]]>")
            defer { rest = end.map { rest[$0.upperBound...] } ?? "" }
            return .text(String(rest[..<(end?.lowerBound ?? rest.endIndex)]))
        }
        let end = rest.firstIndex(of: ">") ?? rest.endIndex
        let tag = rest[..<end].dropFirst()
        rest = rest[end...].dropFirst()
        if tag.hasPrefix("/") { return .closing }
        let name = String(tag.prefix { $0 != " " && $0 != "/" })
        return tag.hasSuffix("/") ? .empty(name) : .opening(name)
    }

    /// Returns text with XML's escapes resolved.
    private static func unescaped(_ text: Substring) -> String {
        String(text).replacing("&lt;", with: "<").replacing("&gt;", with: ">")
            .replacing("&quot;", with: "\"").replacing("&apos;", with: "'")
            .replacing("&amp;", with: "&")
    }
}
