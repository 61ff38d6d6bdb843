internal import Markup
internal import XML

/// An element of a drawing or a page in the shape in which two can be compared: without comments,
/// without white space that does not show, and with names of its own for the places that it refers to.
struct ComparedElement: Sendable {
    /// Something in an element.
    enum Content: Sendable {
        /// Text.
        case text(String)
        /// Another element.
        case element(ComparedElement)
    }

    /// The name.
    let name: String

    /// The attributes by name.
    private(set) var attributes: [String: String]

    /// The contents of the element, in order.
    private(set) var contents: [Content]

    /// Reads a drawing in SVG.
    ///
    /// Metadata, in which programs note when they made it, do not count.
    static func drawing(_ text: String) -> ComparedElement {
        var element = ComparedElement(XMLElement(text))
        element.rename(element.identifiers)
        return element
    }

    /// Reads a fragment of HTML.
    static func page(_ text: String) -> ComparedElement {
        var element = ComparedElement(
            MarkupElement("", [], MarkupParser.parse(text)), keepsSpace: false)
        element.rename(element.identifiers)
        return element
    }

    /// Takes an element of XML.
    private init(_ element: XMLElement) {
        name = element.name
        attributes = element.attributes
        contents = []
        for content in element.contents {
            switch content {
            case .text(let text): add(text, keepsSpace: false)
            case .element(let element) where element.name == "metadata": continue
            case .element(let element): contents.append(.element(ComparedElement(element)))
            }
        }
    }

    /// Takes an element of HTML.
    private init(_ element: MarkupElement, keepsSpace: Bool) {
        name = element.name
        attributes = Dictionary(
            element.attributes.map { ($0.name, $0.value) }, uniquingKeysWith: { one, _ in one })
        contents = []
        let keepsSpace = keepsSpace || ["pre", "textarea", "script", "style"].contains(name)
        for child in element.children {
            switch child {
            case .text(let text): add(text, keepsSpace: keepsSpace)
            case .element(let element):
                contents.append(.element(ComparedElement(element, keepsSpace: keepsSpace)))
            }
        }
    }

    /// Adds text, with white space as it shows.
    private mutating func add(_ text: String, keepsSpace: Bool) {
        guard !keepsSpace else { return contents.append(.text(text)) }
        let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        if !words.isEmpty { contents.append(.text(words)) }
    }

    // MARK: Names

    /// The names of places in this element and in those that it holds, in order.
    private var identifiers: [String] {
        let own = attributes["id"].map { [$0] } ?? []
        return contents.reduce(into: own) { all, content in
            if case .element(let element) = content { all += element.identifiers }
        }
    }

    /// Gives places the numbers of their order as names: many programs make up others in each run.
    private mutating func rename(_ identifiers: [String]) {
        guard !identifiers.isEmpty else { return }
        let numbers = Dictionary(
            identifiers.enumerated().map { ($1, "#\($0 + 1)") }, uniquingKeysWith: { one, _ in one }
        )
        rename(numbers)
    }

    /// Gives places other names.
    private mutating func rename(_ names: [String: String]) {
        for (key, value) in attributes {
            switch key {
            case "id", "for", "aria-labelledby", "aria-describedby", "aria-controls":
                let words = value.split(separator: " ").map { names[String($0)] ?? String($0) }
                attributes[key] = words.joined(separator: " ")
            case _ where value.contains("#"):
                attributes[key] = value.replacing(/#([A-Za-z_][^\s)"']*)/) { match in
                    names[String(match.output.1)] ?? String(match.output.0)
                }
            default: break
            }
        }
        contents = contents.map { content in
            guard case .element(var element) = content else { return content }
            element.rename(names)
            return .element(element)
        }
    }
}
