internal import Display

/// An exploration as a page and as text shows it.
struct ExplorationPage {
    /// The frames of the page.
    private let exploration: Exploration

    /// The first frame.
    private let first: FrameContent

    /// Prepares to show an exploration.
    init(_ exploration: Exploration) {
        self.exploration = exploration
        first = exploration.content(at: exploration.start)
    }

    /// The first frame as text, and how to see another.
    var text: String {
        let settings = exploration.settings(at: exploration.start)
        guard !settings.isEmpty else { return first.text }
        let choices = exploration.controls.map { control in
            control.labels.count > 2 && control.kind == .slider
                ? "\(control.name) has \(control.labels.count) positions from "
                    + "\(control.labels.first ?? "") to \(control.labels.last ?? "")"
                : "\(control.name) can be \(control.labels.joined(separator: " or "))"
        }
        let sentence =
            "\(settings). \(choices.joined(separator: ", ")); to see another, run the cell with "
            + "another start, as in `\(example)`."
        return first.text + "\n" + Self.wrapped(sentence)
    }

    /// Another start of the first control as it is written in code.
    private var example: String {
        guard let control = exploration.controls.first, control.labels.count > 1 else {
            return "start: 0"
        }
        let other = control.start == 0 ? control.labels.count - 1 : 0
        switch control.kind {
        case .slider: return "start: \(control.labels[other])"
        case .choice: return "start: \(other)"
        case .toggle: return "\"\(control.name)\", \(other == 1)"
        }
    }

    /// All frames that fit, with what goes through them; the first alone where none else fits.
    var html: String {
        var grid = FrameGrid(exploration.controls)
        guard grid.count > 0 else { return page(grid, frames: nil) }
        // Frames share parts, but never so many that the rest of these would fit.
        let size = max(1, first.html(.element).utf8.count)
        while grid.count > 8 * exploration.mostBytes / size, grid.thin() {}
        var frames: [[Int]: String] = [:]
        for setting in grid.settings where setting != exploration.start {
            frames[setting] = exploration.content(at: setting).html(.element)
        }
        while true {
            let page = page(grid, frames: frames)
            if Self.size(page) <= exploration.mostBytes { return page }
            guard grid.thin() else { break }
        }
        let alone = page(grid, frames: nil)
        if Self.size(alone) <= exploration.mostBytes { return alone }
        let text = String(first.text.prefix(exploration.mostBytes / 20))
        return "<pre>\(HTML.escaped(text))</pre>\n"
            + "<p>The picture is too large to be kept in a notebook.</p>"
    }

    /// Returns how many bytes a text takes in a notebook, where some characters are escaped.
    private static func size(_ text: String) -> Int {
        text.utf8.reduce(0) { size, byte in
            let isEscaped = byte < 32 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
            return size + (isEscaped ? 2 : 1)
        }
    }

    /// Instructions for seeing the other frames where scripts are disabled.
    private static let hint =
        "; the controls appear where scripts may run, as in a notebook that is trusted."

    /// Returns the element with the first frame and, where there are any, the others.
    private func page(_ grid: FrameGrid, frames: [[Int]: String]?) -> String {
        let settings = exploration.settings(at: exploration.start)
        let name = exploration.controls.map(\.name).joined(separator: ", ")
        var html = "<div class=\"unroll-exploration\" role=\"group\" "
        html += "aria-label=\"\(HTML.escaped("Controls: \(name)"))\">\n"
        html += "<div class=\"unroll-frame\">\n\(first.html(.image))\n</div>\n"
        if !settings.isEmpty {
            html += "<p class=\"unroll-hint\"><em>\(HTML.escaped(settings))"
            html += frames == nil ? ".</em></p>\n" : "\(Self.hint)</em></p>\n"
        }
        if let frames, frames.count > 0 {
            let store = FrameStore(grid: grid, exploration.controls, frames: frames).json
            html += "<script type=\"application/json\">\(store)</script>\n"
            html += "<script>\(ExplorationScript.text)</script>\n"
        }
        return html + "</div>\n"
    }

    /// Returns a sentence in lines of at most 80 characters.
    private static func wrapped(_ text: String) -> String {
        var lines: [String] = []
        for word in text.split(separator: " ") {
            if let last = lines.last, last.count + 1 + word.count <= 80 {
                lines[lines.count - 1] += " " + word
            } else {
                var rest = word
                while rest.count > 80 {
                    lines.append(String(rest.prefix(80)))
                    rest = rest.dropFirst(80)
                }
                lines.append(String(rest))
            }
        }
        return lines.joined(separator: "\n")
    }
}
