internal import Display

/// The frames of an exploration as JSON, in which lines that several frames have stand once.
struct FrameStore {
    /// The JSON, which can stand in a script element.
    let json: String

    /// Stores the frames of a grid; the one that is not among them is null.
    init(grid: FrameGrid, _ controls: [ExplorationControl], frames: [[Int]: String]) {
        let quote = Self.quote(for: frames.values)
        var lines: [Substring: Int] = [:]
        var texts: [String] = []
        let numbers = grid.settings.map { setting -> String in
            guard let frame = frames[setting] else { return "null" }
            let indices = frame.split(separator: "\n").map { line -> String in
                if let index = lines[line] { return "\(index)" }
                lines[line] = texts.count
                texts.append(JSONText(Self.text(line, quote)).text)
                return "\(texts.count - 1)"
            }
            return "[\(indices.joined(separator: ","))]"
        }
        let knobs = zip(controls, grid.kept).map { control, kept in
            let labels = kept.map { JSONText(control.labels[$0]).text }
            let start = kept.firstIndex(of: control.start) ?? 0
            return "{\"name\":\(JSONText(control.name).text),\"kind\":\"\(control.kind.rawValue)\","
                + "\"labels\":[\(labels.joined(separator: ","))],\"start\":\(start),"
                + "\"count\":\(control.labels.count)}"
        }
        let whole =
            "{\"knobs\":[\(knobs.joined(separator: ","))],"
            + "\"quote\":\(JSONText(Self.text("\"", quote)).text),\n"
            + "\"lines\":[\(texts.joined(separator: ",\n"))],\n"
            + "\"frames\":[\(numbers.joined(separator: ",\n"))]}"
        // Nothing in it may end the script element, or begin a comment.
        json = whole.replacing("</s", with: "<\\/s").replacing("</S", with: "<\\/S")
            .replacing("<!--", with: "\\u003c!--")
    }

    /// Returns a character that stands for the quotation mark: one that no frame has, because the mark
    /// itself takes four bytes in a notebook; the mark, where there is none.
    private static func quote(for frames: some Collection<String>) -> UInt8 {
        let free = "~^`|".utf8.first { mark in !frames.contains { $0.utf8.contains(mark) } }
        return free ?? mark
    }

    /// The quotation mark.
    private static var mark: UInt8 { UInt8(ascii: "\"") }

    /// Returns a text in which another character stands for the quotation mark.
    private static func text(_ text: Substring, _ quote: UInt8) -> String {
        String(decoding: text.utf8.map { $0 == mark ? quote : $0 }, as: UTF8.self)
    }
}
