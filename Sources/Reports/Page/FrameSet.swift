internal import JSON
internal import Markup

/// The frames of an exploration, for every position of its controls, as pages show them: with controls
/// of their own, which the script of the page moves.
///
/// The frames are data of the output; the program that comes with them is not used.
struct FrameSet {
    /// A control.
    private struct Knob {
        /// The name of the parameter.
        let name: String
        /// How: `slider`, `choice` or `toggle`.
        let kind: String
        /// The labels of its positions.
        let labels: [String]
        /// The first position.
        let start: Int
    }

    /// The controls.
    private let knobs: [Knob]

    /// The frames, each with the HTML that came with it; nil for the one that is shown first.
    private let frames: [String?]

    /// The first frame.
    private let first: [MarkupNode]

    /// The maximum number of frames in a set; an exploration has far fewer.
    private static let limit = 2_000

    /// Reads the frames of an element; nil where it is no exploration.
    init?(_ element: MarkupElement) {
        let classes = element["class"]?.split(whereSeparator: \.isWhitespace) ?? []
        guard classes.contains("unroll-exploration"),
            let store = element.children.compactMap(\.element).first(where: {
                $0.name == "script" && $0["type"] == "application/json"
            }), let data = try? JSONValue(parsing: store.text),
            let knobs = data["knobs"]?.array, let lines = data["lines"]?.array?.map(\.string),
            let frames = data["frames"]?.array, frames.count <= Self.limit
        else { return nil }
        self.knobs = knobs.map { knob in
            Knob(
                name: knob["name"]?.string ?? "", kind: knob["kind"]?.string ?? "slider",
                labels: knob["labels"]?.array?.compactMap(\.string) ?? [],
                start: knob["start"]?.int ?? 0)
        }
        let count = self.knobs.reduce(1) {
            $0.multipliedReportingOverflow(by: $1.labels.count).partialValue
        }
        guard count == frames.count, self.knobs.allSatisfy({ $0.labels.indices.contains($0.start) })
        else { return nil }
        self.frames = frames.map { frame in
            frame.array?.map { index in
                guard let index = index.int, lines.indices.contains(index) else { return "" }
                return lines[index] ?? ""
            }.joined(separator: "\n")
        }
        first =
            element.children.compactMap(\.element)
            .first { $0["class"] == "unroll-frame" }?.children ?? []
    }

    /// Returns the controls and the frames as HTML.
    func html(cleanedBy sanitizer: inout HTMLSanitizer) -> String {
        let start = knobs.reduce(0) { $0 * $1.labels.count + $1.start }
        var html = "<div class=\"frames\" role=\"group\">\n<div class=\"knobs\">"
        for knob in knobs { html += control(knob) }
        html += "</div>\n"
        for (index, frame) in frames.enumerated() {
            let nodes = frame.map { MarkupParser.parse($0) } ?? first
            let cleaned = sanitizer.clean(Self.pictured(nodes))
            html +=
                "<div class=\"frame\"\(index == start ? "" : " hidden")>\(MarkupWriter.html(cleaned))</div>\n"
        }
        return html + "</div>\n"
    }

    /// Returns a control; it is enabled by the script.
    private func control(_ knob: Knob) -> String {
        let name = MarkupWriter.escaped(knob.name)
        let labels = knob.labels.map(MarkupWriter.escaped)
        switch knob.kind {
        case "choice":
            let options = labels.enumerated().map {
                "<option\($0 == knob.start ? " selected" : "")>\($1)</option>"
            }
            return "<label>\(name) <select disabled>\(options.joined())</select></label>"
        case "toggle":
            let isOn = knob.labels[knob.start] == "on"
            return
                "<label>\(name) <input type=\"checkbox\" disabled\(isOn ? " checked" : "")></label>"
        default:
            return "<label>\(name) <input type=\"range\" min=\"0\" max=\"\(labels.count - 1)\" "
                + "value=\"\(knob.start)\" data-labels=\"\(labels.joined(separator: "&#10;"))\" disabled>"
                + "<output>\(labels[knob.start])</output></label>"
        }
    }

    /// Returns pieces with their drawings as pictures, which keep their own styles to themselves.
    private static func pictured(_ nodes: [MarkupNode]) -> [MarkupNode] {
        nodes.map { node in
            guard case .element(var element) = node else { return node }
            guard element.name == "svg" else {
                element.children = pictured(element.children)
                return .element(element)
            }
            let words = element["aria-label"] ?? ""
            let address = PictureAddress.of(SVGText.of(element), type: "image/svg+xml") ?? ""
            return .element(MarkupElement("img", [.init("src", address), .init("alt", words)]))
        }
    }
}
