internal import XML

/// The documentation of a symbol, converted from sourcekitd's XML.
struct SymbolDocumentation {
    /// The parts of the comment.
    private let parts: XMLElement?

    /// Parses the XML of a symbol's documentation.
    init(_ xml: String) {
        parts = XMLElement(xml).elements.first?["CommentParts"]
    }

    /// The documentation as Markdown; empty if there is none.
    var markdown: String {
        guard let parts else { return "" }
        var sections = ["Abstract", "Discussion"].compactMap { parts[$0] }.map(Self.block)
        let parameters = (parts["Parameters"]?.elements ?? []).map { parameter in
            let text = parameter["Discussion"].map(Self.block) ?? ""
            return "- `\(parameter["Name"]?.text ?? "")`: \(text)"
        }
        if !parameters.isEmpty {
            sections.append("Parameters:\n" + parameters.joined(separator: "\n"))
        }
        if let result = parts["ResultDiscussion"] {
            sections.append("Returns: " + Self.block(result))
        }
        if let errors = parts["ThrowsDiscussion"] {
            sections.append("Throws: " + Self.block(errors))
        }
        return sections.filter { !$0.isEmpty }.joined(separator: "\n\n")
    }

    /// Returns paragraphs, lists and code as Markdown.
    private static func block(_ element: XMLElement) -> String {
        element.elements.map { part in
            switch part.name {
            case "CodeListing":
                "```swift\n"
                    + part.elements.map(\.text).joined(separator: "\n")
                    .trimmingLines() + "\n```"
            case "List-Bullet", "List-Number":
                part.elements.map { "- " + block($0) }.joined(separator: "\n")
            default: inline(part)
            }
        }.joined(separator: "\n\n")
    }

    /// Returns the text of a paragraph as Markdown.
    private static func inline(_ element: XMLElement) -> String {
        element.contents.reduce(into: "") { text, content in
            switch content {
            case .text(let piece): text += piece
            case .element(let part):
                let mark = ["codeVoice": "`", "emphasis": "*", "bold": "**"][part.name] ?? ""
                text += mark + inline(part) + mark
            }
        }
    }
}

extension String {
    /// Returns the text without trailing empty lines.
    fileprivate func trimmingLines() -> String {
        var text = self[...]
        while text.last?.isWhitespace ?? false { text.removeLast() }
        return String(text)
    }
}
