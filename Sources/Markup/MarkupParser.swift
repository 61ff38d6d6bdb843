/// Reads documents of HTML, whatever is wrong with them.
///
/// Nothing is refused: an end tag without a beginning is left out, an element without an end is
/// closed with the one that it stands in. Comments, declarations and processing instructions are
/// left out.
///
/// - Source: "Parsing HTML documents" in the HTML standard, of which this is a part.
public struct MarkupParser {
    /// The text that is parsed.
    private var tokens: MarkupTokenizer

    /// The elements that have not ended yet, the outermost first; the first stands for the whole.
    private var open = [MarkupElement("")]

    /// The maximum depth of nested elements; the tags of deeper ones are omitted.
    private static let depthLimit = 150

    /// Prepares to read a text.
    private init(_ text: String) {
        tokens = MarkupTokenizer(text)
    }

    /// Reads a text and returns what stands in it.
    public static func parse(_ text: String) -> [MarkupNode] {
        var parser = MarkupParser(text)
        return parser.parse()
    }

    /// Reads everything.
    private mutating func parse() -> [MarkupNode] {
        while let token = tokens.next() {
            switch token {
            case .text(let text): append(.text(text))
            case .start(let name, let attributes, let isEmpty):
                begin(name, attributes, isEmpty: isEmpty)
            case .end(let name): end(name)
            }
        }
        while open.count > 1 { closeInnermost() }
        return open[0].children
    }

    /// Indicates whether the position is in an SVG or MathML element, where HTML is parsed like XML.
    private var isForeign: Bool {
        open.contains { $0.name == "svg" || $0.name == "math" }
    }

    /// Begins an element.
    private mutating func begin(
        _ name: String, _ attributes: [MarkupElement.Attribute], isEmpty: Bool
    ) {
        closeImplied(before: name)
        let element = MarkupElement(name, attributes)
        if HTMLNames.void.contains(name) { return append(.element(element)) }
        if isEmpty, isForeign || name == "svg" || name == "math" {
            return append(.element(element))
        }
        guard open.count < Self.depthLimit else { return }
        open.append(element)
        tokens.isForeign = isForeign
        if HTMLNames.rawText.contains(name), !isForeign || name == "script" {
            let text = tokens.takeRawText(until: name)
            if !text.isEmpty { append(.text(text)) }
            end(name)
        }
    }

    /// Ends an element, and those in it that have no end of their own.
    private mutating func end(_ name: String) {
        let boundary = open.lastIndex { element in
            element.name == name || HTMLNames.boundaries.contains(element.name)
        }
        guard let place = boundary, place > 0, open[place].name == name else { return }
        while open.count > place { closeInnermost() }
    }

    /// Ends the elements that an element of a name cannot stand in.
    private mutating func closeImplied(before name: String) {
        guard let closed = HTMLNames.closed(by: name) else { return }
        while open.count > 1, let inner = open.last?.name,
            closed.names.contains(inner)
                || closed.passes.contains(inner) && hasOpen(closed)
        {
            closeInnermost()
        }
    }

    /// Returns whether an element that has to end is open behind those that end with it.
    private func hasOpen(_ closed: HTMLNames.Closing) -> Bool {
        let inner = open.reversed().first { !closed.passes.contains($0.name) }
        return inner.map { closed.names.contains($0.name) } ?? false
    }

    /// Ends the innermost element.
    private mutating func closeInnermost() {
        let element = open.removeLast()
        append(.element(element))
        tokens.isForeign = isForeign
    }

    /// Adds something to the innermost element.
    private mutating func append(_ node: MarkupNode) {
        let place = open.count - 1
        guard case .text(let text) = node, case .text(var whole)? = open[place].children.last else {
            return open[place].children.append(node)
        }
        // Taken out first, so that the text grows where it is.
        open[place].children.removeLast()
        whole += text
        open[place].children.append(.text(whole))
    }
}
