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
        self.label = label.isEmpty ? "" : "\(label) "
    }

    /// Returns the text for an event; empty if it is not shown.
    public func text(for event: RunEvent) -> String {
        switch event {
        case .began(let report): return running(report, for: .zero)
        case .ended(let report):
            guard report.status != .notRun else { return "" }
            return style.lineStart + line(report, mark: mark(of: report.status)) + "\n"
        case .warning(let text):
            return "\(style.lineStart)\(label)\(style.colored("warning:", .yellow)) \(text)\n"
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

    /// Returns a cell's line, cut to the width.
    private func line(_ report: CellReport, mark: Mark) -> String {
        let total = String(report.total)
        let ordinal = Self.padded(String(report.ordinal), to: total.count)
        let time = Self.padded(report.duration.inSeconds, to: 9)
        let start = "\(label)[\(ordinal)/\(total)] "
        // The last column stays empty: some terminals wrap the line after it.
        let room = style.width - start.count - mark.text.count - time.count - 4
        // Outside of a terminal, long lines are harmless, but a line of a megabyte is not.
        let title = Self.cut(
            report.title, to: style.isTerminal ? room : 200, isASCII: style.isASCII)
        let sign = mark.color.map { style.colored(mark.text, $0) } ?? mark.text
        return "\(start)\(sign) \(style.colored(time, .dim))  \(title)"
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

    /// Returns a text cut to a width.
    private static func cut(_ text: String, to width: Int, isASCII: Bool) -> String {
        guard text.count > width else { return text }
        let ellipsis = isASCII ? "..." : "…"
        return text.prefix(max(0, width - ellipsis.count)) + ellipsis
    }
}
