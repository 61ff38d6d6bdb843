/// An element of XML, read without a schema.
///
/// The reader is made for XML that programs have written, such as sourcekitd's descriptions and SVG
/// pictures. It takes any text: comments, declarations and processing instructions are skipped, what
/// is not closed ends with the text, and a closing tag that nothing opened is skipped.
public struct XMLElement: Sendable, Hashable {
    /// Something that stands in an element.
    public enum Content: Sendable, Hashable {
        /// Text, without references.
        case text(String)
        /// An element.
        case element(XMLElement)
    }

    /// The name; empty for the root, which holds the whole text.
    public private(set) var name: String

    /// The attributes by name, without references.
    public private(set) var attributes: [String: String] = [:]

    /// Text and elements, in order.
    public private(set) var contents: [Content] = []

    /// Reads XML.
    ///
    /// The result has no name and holds what the text begins with.
    public init(_ xml: String) {
        var reader = XMLReader(xml)
        var open = [XMLElement(name: "")]
        while let piece = reader.next() {
            switch piece {
            case .text(let text): open[open.count - 1].contents.append(.text(text))
            case .opening(let name, let attributes):
                open.append(XMLElement(name: name, attributes: attributes))
            case .empty(let name, let attributes):
                let element = XMLElement(name: name, attributes: attributes)
                open[open.count - 1].contents.append(.element(element))
            case .closing(let name):
                guard let depth = open.lastIndex(where: { $0.name == name }), depth > 0 else {
                    continue
                }
                Self.close(&open, to: depth)
            }
        }
        Self.close(&open, to: 1)
        self = open[0]
    }

    /// Makes an element without contents.
    private init(name: String, attributes: [String: String] = [:]) {
        self.name = name
        self.attributes = attributes
    }

    /// Puts the innermost open elements into those around them, down to a depth.
    private static func close(_ open: inout [XMLElement], to depth: Int) {
        while open.count > depth {
            let closed = open.removeLast()
            open[open.count - 1].contents.append(.element(closed))
        }
    }

    /// The text of the element and its descendants.
    public var text: String {
        contents.reduce(into: "") { text, content in
            switch content {
            case .text(let piece): text += piece
            case .element(let element): text += element.text
            }
        }
    }

    /// The child elements.
    public var elements: [XMLElement] {
        contents.compactMap { if case .element(let element) = $0 { element } else { nil } }
    }

    /// Returns the first child element with a name.
    public subscript(name: String) -> XMLElement? { elements.first { $0.name == name } }
}
