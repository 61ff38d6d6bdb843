/// Cleans HTML of everything that could run, load something from elsewhere or pose as the page.
///
/// Only what is known to be harmless stays: elements, attributes, addresses and declarations of style
/// from lists. Elements that are not on the list are replaced by what stands in them; those whose
/// contents are no text for people go with their contents.
public struct HTMLSanitizer: Sendable {
    /// Returns the value of an element's `src` attribute for the page, or nil if it cannot be shown.
    public typealias PictureSource = @Sendable (String) -> String?

    /// Short descriptions of the omissions, in order and without repetition.
    public private(set) var omissions: [String] = []

    /// Finds the pictures that a document names.
    private let picture: PictureSource

    /// Makes a sanitizer.
    ///
    /// - Parameter picture: returns an address that holds a picture, for one that names it; what it
    ///   returns is checked as well.
    public init(picture: @escaping PictureSource = { _ in nil }) {
        self.picture = picture
    }

    /// Returns HTML without what could do harm.
    public mutating func clean(_ html: String) -> String {
        MarkupWriter.html(clean(MarkupParser.parse(html)))
    }

    /// Returns pieces without what could do harm.
    public mutating func clean(_ nodes: [MarkupNode]) -> [MarkupNode] {
        // Where elements were replaced by what stands in them, others may now end earlier: read
        // again, the pieces are as a browser has them.
        MarkupParser.parse(MarkupWriter.html(cleaned(nodes)))
    }

    /// Returns pieces without what could do harm.
    private mutating func cleaned(_ nodes: [MarkupNode]) -> [MarkupNode] {
        nodes.flatMap { node -> [MarkupNode] in
            guard case .element(let element) = node else { return [node] }
            return clean(element)
        }
    }

    /// Returns what an element becomes.
    private mutating func clean(_ element: MarkupElement) -> [MarkupNode] {
        let name = element.name
        switch name {
        case "script": return omit("a script")
        case "style", "link", "meta", "base", "title", "head":
            return omit("a style sheet or header")
        case "iframe", "object", "embed", "frame", "frameset", "portal", "applet":
            return omit("an embedded page", link: element["src"] ?? element["data"])
        case "video", "source", "track": return omit("a video", link: element["src"])
        case "audio" where element["src"].map({ WebAddress($0).isSound }) != true:
            return omit("a sound", link: element["src"])
        case "input" where element["type"]?.lowercased() != "checkbox":
            return omit("a control")
        case "select", "textarea", "template", "noscript", "noembed", "noframes", "xmp",
            "plaintext",
            "foreignobject", "annotation-xml", "animate", "animatetransform", "animatemotion",
            "set",
            "image", "feimage", "mglyph", "malignmark", "canvas", "dialog":
            return omit("an element \(name)")
        case "img": return cleanPicture(element)
        default: break
        }
        let children = cleaned(element.children)
        guard HTMLAllowance.elements.contains(name) else { return children }
        var attributes = element.attributes.compactMap { cleanAttribute($0, of: name) }
        if name == "audio" { attributes.append(.init("controls", "")) }
        if name == "input" { attributes.append(.init("disabled", "")) }
        return [.element(MarkupElement(name, attributes, children))]
    }

    /// Returns a picture that the page holds, or its alternative text.
    private mutating func cleanPicture(_ element: MarkupElement) -> [MarkupNode] {
        let source = element["src"] ?? ""
        let named = WebAddress(source)
        let held = named.isPicture ? named : picture(source).map { WebAddress($0) }
        guard let held, held.isPicture else {
            let alternative = element["alt"].flatMap { $0.isEmpty ? nil : $0 }
            return omit("a picture", link: source, named: alternative)
        }
        var attributes = element.attributes.filter { $0.name != "src" && $0.name != "alt" }
            .compactMap { cleanAttribute($0, of: "img") }
        attributes.insert(.init("src", held.text), at: 0)
        attributes.append(.init("alt", element["alt"] ?? ""))
        return [.element(MarkupElement("img", attributes))]
    }

    /// Notes that something is left out, and returns what stands in its place: where it was something
    /// to see that has an address, a link.
    private mutating func omit(
        _ what: String, link: String? = nil, named name: String? = nil
    ) -> [MarkupNode] {
        if !omissions.contains(what) { omissions.append(what) }
        guard let link, !link.isEmpty else { return name.map { [.text($0)] } ?? [] }
        let address = WebAddress(link)
        guard address.isSafeLink else { return name.map { [.text($0)] } ?? [] }
        let label = MarkupNode.text(name ?? address.text)
        return [.element(MarkupElement("a", [.init("href", address.text)], [label]))]
    }

    /// Returns an attribute as it may stay; nil where it may not.
    private func cleanAttribute(
        _ attribute: MarkupElement.Attribute, of element: String
    ) -> MarkupElement.Attribute? {
        let (name, value) = (attribute.name, attribute.value)
        switch name {
        case "href", "xlink:href":
            let address = WebAddress(value)
            if element == "a" { return address.isSafeLink ? .init("href", address.text) : nil }
            return element == "use" && address.text.hasPrefix("#")
                ? .init("href", address.text) : nil
        case "src": return element == "audio" ? .init("src", WebAddress(value).text) : nil
        case "style":
            let safe = StyleDeclarations.safe(value)
            return safe.isEmpty ? nil : .init("style", safe)
        case "class":
            let known = value.split(whereSeparator: \.isWhitespace).filter(HTMLAllowance.allows)
            return known.isEmpty ? nil : .init("class", known.joined(separator: " "))
        case "type":
            return element == "ol" || element == "ul" || element == "input" ? attribute : nil
        default:
            let isKnown =
                HTMLAllowance.attributes.contains(name)
                || name.hasPrefix("aria-")
                    && name.utf8.allSatisfy { $0 == 0x2D || $0 | 0x20 > 0x60 }
            return isKnown && HTMLAllowance.isHarmless(value) ? attribute : nil
        }
    }
}
