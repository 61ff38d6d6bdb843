/// A JSON value to explore, as a tree with expandable nodes if the client supports that.
public struct JSONView: Displayable, Sendable, Hashable {
    /// The JSON text of the value.
    public let text: String

    /// Indicates whether the tree is initially expanded.
    public let isExpanded: Bool

    /// Creates a view of JSON text.
    public init(_ text: String, isExpanded: Bool = false) {
        self.text = text
        self.isExpanded = isExpanded
    }

    /// The value, and its text for clients that do not show JSON.
    public var mimeBundle: MIMEBundle {
        var bundle = MIMEBundle(text: text)
        bundle[.json] = .json(text)
        bundle.metadataJSON = "{\"application/json\":{\"expanded\":\(isExpanded)}}"
        return bundle
    }
}

/// A Vega-Lite chart, which JupyterLab renders.
public struct VegaLite: Displayable, Sendable, Hashable {
    /// The specification as JSON text.
    public let specification: String

    /// Creates a chart from the JSON text of its specification.
    public init(_ specification: String) { self.specification = specification }

    /// The chart, and its specification as text for clients that do not render it.
    public var mimeBundle: MIMEBundle {
        var bundle = MIMEBundle(text: specification)
        bundle["application/vnd.vegalite.v5+json"] = .json(specification)
        return bundle
    }
}

/// A text encoded as a JSON string.
package struct JSONText {
    /// The JSON string, with its quotes.
    package let text: String

    /// Encodes a text.
    package init(_ value: String) {
        var result = "\""
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\"", "\\": result += "\\\(scalar)"
            case "\u{0}"..<" ":
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        text = result + "\""
    }
}
