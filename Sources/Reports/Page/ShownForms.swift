internal import Display
internal import JSON
internal import Markup
internal import NotebookDocument
internal import XML

/// The forms in which things are shown, as far as pages know them.
enum ShownForms {
    /// The media types that pages show, the richest first.
    static let order = [
        "text/html", "text/markdown", "image/svg+xml", "image/png", "image/jpeg", "image/gif",
        "image/webp", "text/latex", "text/plain", "application/json",
    ]

    /// The media types that people are not meant to see.
    static let silent: Set<String> = [
        MIMEType.recordedValue.rawValue, MIMEType.widgetView.rawValue,
    ]

    /// Returns whether there is anything to see in some pieces.
    static func isVisible(_ nodes: [MarkupNode]) -> Bool {
        nodes.contains { node in
            switch node {
            case .text(let text): return !text.allSatisfy(\.isWhitespace)
            case .element(let element):
                let shows: Set<String> = ["img", "svg", "math", "audio", "input", "hr"]
                return shows.contains(element.name) || isVisible(element.children)
            }
        }
    }

    /// Returns the words for people who cannot see a picture: those that the picture or its metadata
    /// holds, or the first line of its text.
    static func alternative(to content: String, type: String, data: DisplayedData) -> String {
        if let words = data.metadata[type]?["alt"]?.string ?? data.metadata["alt"]?.string {
            return words
        }
        if type == "image/svg+xml" {
            let root = XMLElement(String(content.prefix(20_000)))["svg"]
            let words =
                root?.attributes["aria-label"] ?? root?["title"]?.text ?? root?["desc"]?.text
            if let words, !words.isEmpty { return words }
        }
        let text = data.forms["text/plain"]?.string ?? ""
        let line = text.split(whereSeparator: \.isNewline).first { !$0.allSatisfy(\.isWhitespace) }
        return line.map { String($0.prefix(200)) } ?? "A picture without a description"
    }
}
