internal import XML

/// A writer of SVG elements.
package struct SVGWriter: Sendable {
    /// The elements written so far.
    package private(set) var body = ""
    /// The bounding boxes of the texts, which further texts avoid.
    package private(set) var boxes: [Box] = []

    /// Creates an empty writer.
    package init() {}

    /// Writes an element without contents.
    package mutating func leaf(_ tag: String, _ attributes: [(String, String)]) {
        body += "<" + tag + Self.spelled(attributes) + "/>\n"
    }

    /// Opens an element.
    package mutating func open(_ tag: String, _ attributes: [(String, String)]) {
        body += "<" + tag + Self.spelled(attributes) + ">\n"
    }

    /// Closes an element.
    package mutating func close(_ tag: String) { body += "</\(tag)>\n" }

    /// Writes characters that are already XML.
    package mutating func raw(_ text: String) { body += text }

    /// Appends the elements of another writer.
    package mutating func append(_ other: SVGWriter) {
        body += other.body
        boxes += other.boxes
    }

    /// Writes a text on one line.
    ///
    /// - Parameters:
    ///   - text: the text; characters that XML does not allow are omitted.
    ///   - x: the start, center or end of the text, depending on the alignment.
    ///   - baseline: the baseline of its letters.
    ///   - hasHalo: whether the letters have an outline in the background's color.
    package mutating func text(
        _ text: String, x: Double, baseline: Double, _ metrics: TextMetrics,
        _ alignment: Alignment = .leading, paint: SVGPaint = .ink, hasHalo: Bool = false
    ) {
        guard !text.isEmpty else { return }
        var attributes = [("x", Self.number(x)), ("y", Self.number(baseline))]
        attributes.append(("font-size", Self.number(metrics.size)))
        if metrics.isBold { attributes.append(("font-weight", "600")) }
        if alignment != .leading {
            attributes.append(("text-anchor", alignment == .center ? "middle" : "end"))
        }
        if hasHalo {
            attributes += paint.fill(outlined: .card)
            attributes += [
                ("stroke-width", "4"), ("stroke-linejoin", "round"), ("paint-order", "stroke"),
            ]
        } else {
            attributes += paint.fill
        }
        body += "<text" + Self.spelled(attributes) + ">" + XMLText.escaped(text) + "</text>\n"
        boxes.append(Box(text, x: x, baseline: baseline, metrics, alignment))
    }

    /// Returns attributes as written in a tag.
    private static func spelled(_ attributes: [(String, String)]) -> String {
        attributes.map { " \($0)=\"\(XMLText.escaped($1))\"" }.joined()
    }

    /// Returns a number with at most two digits after the point.
    package static func number(_ value: Double) -> String {
        let limited = value.isFinite ? max(-1e6, min(1e6, value)) : 0
        let hundredths = Int((limited * 100).rounded())
        let (whole, rest) = (hundredths.magnitude / 100, hundredths.magnitude % 100)
        let sign = hundredths < 0 ? "-" : ""
        if rest == 0 { return "\(sign)\(whole)" }
        let digits = rest < 10 ? "0\(rest)" : rest % 10 == 0 ? "\(rest / 10)" : "\(rest)"
        return "\(sign)\(whole).\(digits)"
    }
}
