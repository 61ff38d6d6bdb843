internal import XML

/// Writes SVG elements one after the other.
package struct SVGWriter: Sendable {
    /// What has been written.
    package private(set) var body = ""
    /// The boxes of the texts, so that further ones can keep away.
    package private(set) var boxes: [Box] = []

    /// Starts with nothing.
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

    /// Writes characters that are XML already.
    package mutating func raw(_ text: String) { body += text }

    /// Writes what was written elsewhere.
    package mutating func append(_ other: SVGWriter) {
        body += other.body
        boxes += other.boxes
    }

    /// Writes a text on one line.
    ///
    /// - Parameters:
    ///   - text: the text; what XML does not allow is left out.
    ///   - x: where it starts, ends or has its middle, as the alignment says.
    ///   - baseline: the line on which its letters stand.
    ///   - hasHalo: whether the letters keep the picture behind them at a distance.
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

    /// Returns attributes as they stand in a tag.
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
