internal import Display
internal import JupyterProtocol

/// A writer of progress: it converts the events of a run to lines of text.
///
/// On a terminal, the line of the running cell is overwritten repeatedly; elsewhere, there is one
/// plain line per cell that has ended.
public struct ProgressText: Sendable {
    /// The style of lines.
    private let style: ProgressStyle

    /// The prefix of every line, which distinguishes several notebooks; usually empty.
    private let label: String

    /// Creates a writer.
    public init(style: ProgressStyle, label: String = "") {
        self.style = style
        self.label = label
    }

    /// Returns the text for an event; empty if it is not shown.
    public func text(for event: RunEvent) -> String {
        switch event {
        case .began(let report): return running(report, for: .zero)
        case .ended(let report):
            guard report.status != .notRun else { return "" }
            return style.lineStart + line(report, mark: mark(of: report.status)) + "\n"
        case .warning(let text):
            let start = label.isEmpty ? "" : "\(label) "
            return "\(style.lineStart)\(start)\(style.colored("warning:", .yellow)) \(text)\n"
        }
    }

    /// Returns the line of a running cell; empty if lines cannot be overwritten.
    public func running(_ report: CellReport, for duration: Duration) -> String {
        style.isTerminal ? style.lineStart + row(report, for: duration) : ""
    }

    /// Returns the line of a running cell, without anything that overwrites another line.
    public func row(_ report: CellReport, for duration: Duration) -> String {
        let frames = style.isASCII ? ["|", "/", "-", "\\"] : ["⠋", "⠙", "⠸", "⠴", "⠦", "⠇"]
        let tenths = Int(
            duration.components.seconds * 10 + duration.components.attoseconds
                / 100_000_000_000_000_000)
        var current = report
        current.duration = duration
        return line(current, mark: Mark(text: frames[tenths % frames.count]))
    }

    /// Returns a cell's line, on a terminal cut to the width: a line that wraps cannot be overwritten.
    private func line(_ report: CellReport, mark: Mark) -> String {
        let total = String(report.total)
        let ordinal = Self.padded(String(report.ordinal), to: total.count)
        let time = Self.padded(report.duration.inSeconds, to: 9)
        let place = "[\(ordinal)/\(total)] "
        // Outside of a terminal, long lines are harmless, but a line of a megabyte is not.
        var name = label.isEmpty ? "" : "\(label) "
        var title = "  " + cut(report.title, to: 200)
        if style.isTerminal {
            // The last column stays empty: some terminals wrap the line after it.
            var room = style.width - place.count - mark.text.count - time.count - 2
            guard room >= 0 else {
                return String(place.prefix(max(0, style.width - 1)))
            }
            name = shortened(label, beside: report.title, in: room)
            room -= name.columns
            title = room > 4 ? "  " + cut(report.title, to: room - 2) : ""
        }
        let sign = mark.color.map { style.colored(mark.text, $0) } ?? mark.text
        return "\(name)\(place)\(sign) \(style.colored(time, .dim))\(title)"
    }

    /// Returns the name of a notebook for a row, of which a title takes at most half.
    ///
    /// The end of a path tells notebooks apart, and so it stays.
    private func shortened(_ label: String, beside title: String, in room: Int) -> String {
        let rest = max(room / 2, room - title.columns - 2) - 1
        guard !label.isEmpty, rest > 3 else { return "" }
        return label.elidedAtStart(to: rest, style: characters) + " "
    }

    /// The characters to write with.
    private var characters: TextStyle { style.isASCII ? .ascii : .unicode }

    /// Returns a text cut to a number of columns.
    private func cut(_ text: String, to width: Int) -> String {
        text.elided(to: width, style: characters)
    }

    /// The mark of a cell's status, before its time.
    private struct Mark {
        /// A symbol, or a word in ASCII.
        let text: String

        /// Its color.
        var color: ProgressStyle.Color?
    }

    /// Returns the mark of a cell's status.
    private func mark(of status: CellStatus) -> Mark {
        let (word, sign, color): (String, String, ProgressStyle.Color) =
            switch status {
            case .passed: ("ok", "✓", .green)
            case .raised: ("raised", "✓", .yellow)
            case .timedOut: ("timeout", "✗", .red)
            case .died: ("died", "✗", .red)
            case .stopped: ("stopped", "✗", .yellow)
            case .failed, .pending, .running, .notRun: ("failed", "✗", .red)
            }
        let isSign = style.isTerminal && !style.isASCII
        return Mark(text: isSign ? sign : Self.padded(word, to: 7), color: color)
    }

    /// Returns a text padded with leading spaces.
    private static func padded(_ text: String, to width: Int) -> String {
        String(repeating: " ", count: max(0, width - text.count)) + text
    }
}
