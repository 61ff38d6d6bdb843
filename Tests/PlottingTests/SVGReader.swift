import Plotting

/// A small XML parser, strict enough to reject what a browser would reject.
struct SVGReader {
    /// A parsed element.
    struct Element: Hashable {
        /// The tag.
        let tag: String
        /// The attributes.
        let attributes: [String: String]
        /// The text directly inside it.
        var text = ""

        /// Returns an attribute as a number.
        func number(_ name: String) -> Double? { attributes[name].flatMap(Double.init) }
    }

    /// The problem of a document.
    struct Malformed: Error {
        /// The description of the problem.
        let reason: String
    }

    /// The elements, in the order of their start tags.
    private(set) var elements: [Element] = []

    /// Parses a document.
    init(_ document: String) throws {
        var rest = Substring(document)
        var open: [Int] = []
        while let start = rest.firstIndex(of: "<") {
            let text = rest[..<start]
            guard !text.contains(">") else { throw Malformed(reason: "> outside a tag: \(text)") }
            if let parent = open.last { elements[parent].text += try Self.decoded(text) }
            guard let end = rest[start...].firstIndex(of: ">") else {
                throw Malformed(reason: "a tag without end")
            }
            let tag = rest[rest.index(after: start)..<end]
            rest = rest[rest.index(after: end)...]
            if tag.hasPrefix("/") {
                guard let last = open.popLast(), elements[last].tag == tag.dropFirst() else {
                    throw Malformed(reason: "</\(tag) does not close what is open")
                }
                continue
            }
            elements.append(try Self.element(tag))
            if !tag.hasSuffix("/") { open.append(elements.count - 1) }
        }
        guard open.isEmpty else { throw Malformed(reason: "elements left open") }
    }

    /// Parses a start tag.
    private static func element(_ tag: Substring) throws -> Element {
        let inner = tag.hasSuffix("/") ? tag.dropLast() : tag
        guard let space = inner.firstIndex(of: " ") else {
            return Element(tag: String(inner), attributes: [:])
        }
        var attributes: [String: String] = [:]
        var rest = inner[space...].drop { $0 == " " }
        while !rest.isEmpty {
            guard let equals = rest.firstIndex(of: "="),
                rest[rest.index(after: equals)...].first == "\""
            else { throw Malformed(reason: "an attribute without value in \(tag)") }
            let name = String(rest[..<equals])
            rest = rest[rest.index(equals, offsetBy: 2)...]
            guard let quote = rest.firstIndex(of: "\"") else {
                throw Malformed(reason: "an attribute without end in \(tag)")
            }
            guard attributes[name] == nil else {
                throw Malformed(reason: "\(name) twice in \(tag)")
            }
            attributes[name] = try decoded(rest[..<quote])
            rest = rest[rest.index(after: quote)...].drop { $0 == " " }
        }
        return Element(tag: String(inner[..<space]), attributes: attributes)
    }

    /// Replaces entities.
    private static func decoded(_ text: Substring) throws -> String {
        var result = ""
        var rest = text
        while let start = rest.firstIndex(of: "&") {
            result += rest[..<start]
            let names = ["&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": "\""]
            guard let name = names.keys.first(where: { rest[start...].hasPrefix($0) }) else {
                throw Malformed(reason: "a bare & in \(text)")
            }
            result += names[name] ?? ""
            rest = rest[rest.index(start, offsetBy: name.count)...]
        }
        return result + rest
    }

    /// The texts with their bounding boxes.
    var texts: [(text: String, box: Box)] {
        elements.filter { $0.tag == "text" }.map { element in
            let metrics = TextMetrics(
                size: element.number("font-size") ?? 12,
                isBold: element.attributes["font-weight"] == "600")
            let alignment: Alignment =
                switch element.attributes["text-anchor"] {
                case "middle": .center
                case "end": .trailing
                default: .leading
                }
            let box = Box(
                element.text, x: element.number("x") ?? .nan, baseline: element.number("y") ?? .nan,
                metrics, alignment)
            return (element.text, box)
        }
    }

    /// The rectangle of the image.
    var viewBox: Box {
        let numbers = (elements.first?.attributes["viewBox"] ?? "").split(separator: " ")
            .compactMap { Double($0) }
        guard numbers.count == 4 else { return Box(left: 0, top: 0, right: 0, bottom: 0) }
        return Box(left: numbers[0], top: numbers[1], right: numbers[2], bottom: numbers[3])
    }

    /// All positions of paths and rectangles.
    var spots: [Spot] {
        elements.flatMap { element -> [Spot] in
            if element.tag == "rect" {
                let (x, y) = (element.number("x") ?? .nan, element.number("y") ?? .nan)
                let (w, h) = (element.number("width") ?? .nan, element.number("height") ?? .nan)
                return [Spot(x, y), Spot(x + w, y + h)]
            }
            return element.tag == "path" ? Self.spots(of: element.attributes["d"] ?? "") : []
        }
    }

    /// The elements outside the image, and the texts that overlap.
    var problems: [String] {
        let box = viewBox
        var problems: [String] = []
        if box.right != 640 || box.bottom <= 40 { problems.append("the view box is \(box)") }
        for spot in spots {
            let isInside = spot.x >= 0 && spot.x <= box.right && spot.y >= 0 && spot.y <= box.bottom
            if !isInside { problems.append("\(spot) lies outside") }
        }
        let texts = texts
        for (index, one) in texts.enumerated() {
            if !box.contains(one.box) { problems.append("“\(one.text)” lies outside") }
            for other in texts[(index + 1)...] where one.box.overlaps(other.box) {
                problems.append("“\(one.text)” and “\(other.text)” overlap")
            }
        }
        return problems
    }

    /// Returns the positions of a path; unreadable data yields NaN.
    private static func spots(of data: String) -> [Spot] {
        var spots: [Spot] = []
        var current = Spot(0, 0)
        var start = current
        var rest = Substring(data)
        while let command = rest.popFirst() {
            let end = rest.firstIndex { $0.isLetter } ?? rest.endIndex
            let text = rest[..<end].replacing("-", with: " -")
            let numbers = text.split(separator: " ").map { Double($0) ?? .nan }
            rest = rest[end...]
            switch (command, numbers.count) {
            case ("M", 2):
                current = Spot(numbers[0], numbers[1])
                start = current
            case ("L", 2): current = Spot(numbers[0], numbers[1])
            case ("h", 1): current.x += numbers[0]
            case ("v", 1): current.y += numbers[0]
            case ("a", 7):
                spots.append(Spot(current.x + numbers[5] / 2, current.y - numbers[0]))
                spots.append(Spot(current.x + numbers[5] / 2, current.y + numbers[0]))
                current = Spot(current.x + numbers[5], current.y + numbers[6])
            case ("z", 0), ("Z", 0): current = start
            default: current = Spot(.nan, .nan)
            }
            spots.append(current)
        }
        return spots
    }
}
