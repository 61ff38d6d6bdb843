internal import Markup

/// A drawing that was a part of a page, as a file of its own.
enum SVGText {
    /// The names that SVG spells with capitals, which HTML does not tell apart.
    private static let names: [String: String] = {
        let spelled = [
            "viewBox", "preserveAspectRatio", "gradientTransform", "gradientUnits",
            "patternTransform",
            "patternUnits", "spreadMethod", "markerHeight", "markerUnits", "markerWidth", "refX",
            "refY",
            "textLength", "startOffset", "linearGradient", "radialGradient", "clipPath", "textPath",
            "foreignObject",
        ]
        return Dictionary(uniqueKeysWithValues: spelled.map { ($0.lowercased(), $0) })
    }()

    /// Returns an element with what it holds as XML.
    static func of(_ element: MarkupElement) -> String {
        var text = ""
        var root = element
        if root["xmlns"] == nil {
            root.attributes.append(.init("xmlns", "http://www.w3.org/2000/svg"))
        }
        write(root, to: &text)
        return text
    }

    /// Appends an element.
    private static func write(_ element: MarkupElement, to text: inout String) {
        let name = names[element.name] ?? element.name
        text += "<" + name
        for attribute in element.attributes {
            text +=
                " \(names[attribute.name] ?? attribute.name)=\"\(MarkupWriter.escaped(attribute.value))\""
        }
        text += ">"
        for child in element.children {
            switch child {
            case .text(let words): text += MarkupWriter.escaped(words)
            case .element(let child): write(child, to: &text)
            }
        }
        text += "</\(name)>"
    }
}
