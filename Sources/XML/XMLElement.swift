/// An XML element, parsed without a schema.
///
/// The parser is made for XML that programs have written, such as sourcekitd's descriptions and SVG
/// images. It accepts any text: comments, declarations and processing instructions are skipped,
/// unclosed elements end with the text, and closing tags without an opening one are skipped.
public struct XMLElement: Sendable, Hashable {
    /// A part of an element's content.
    public enum Content: Sendable, Hashable {
        /// Text, with references replaced.
        case text(String)
        /// An element.
        case element(XMLElement)
    }

    /// The name, which is empty for the root that contains the whole text.
    public private(set) var name: String

    /// The attributes by name, with references replaced.
    public private(set) var attributes: [String: String] = [:]

    /// Text and elements, in order.
    public private(set) var contents: [Content] = []

    /// Parses XML.
    ///
    /// The result is a root without a name that contains the text's elements.
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

    /// Creates an element without contents.
    private init(name: String, attributes: [String: String] = [:]) {
        self.name = name
        self.attributes = attributes
    }

    /// Adds the innermost open elements to their parents, down to a depth.
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
