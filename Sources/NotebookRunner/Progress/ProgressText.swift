internal import JupyterProtocol

/// Turns what happens during a run into lines of text.
///
/// On a terminal, the line of the running cell is written again and again in its place; elsewhere,
/// there is one plain line for each cell that has ended.
public struct ProgressText: Sendable {
    /// How lines are written.
    private let style: ProgressStyle

    /// What stands before every line, to tell several notebooks apart; usually nothing.
    private let label: String

    /// Makes a writer of lines.
    public init(style: ProgressStyle, label: String = "") {
        self.style = style
        self.label = label.isEmpty ? "" : "\(label) "
    }

    /// Returns what to write for an event; nothing, where it does not show.
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

    /// Returns the line of a cell that has been running for some time; nothing, where lines cannot
    /// be written over.
    public func running(_ report: CellReport, for duration: Duration) -> String {
        guard style.isTerminal else { return "" }
        let frames = style.isASCII ? ["|", "/", "-", "\\"] : ["⠋", "⠙", "⠸", "⠴", "⠦", "⠇"]
        let tenths = Int(
            duration.components.seconds * 10 + duration.components.attoseconds
                / 100_000_000_000_000_000)
        var current = report
        current.duration = duration
        return style.lineStart + line(current, mark: Mark(text: frames[tenths % frames.count]))
    }

    /// Returns a cell's line, cut to the width.
    private func line(_ report: CellReport, mark: Mark) -> String {
        let total = String(report.total)
        let ordinal = Self.padded(String(report.ordinal), to: total.count)
        let time = Self.padded(report.duration.inSeconds, to: 9)
        let start = "\(label)[\(ordinal)/\(total)] "
        // The last column stays free: some terminals begin a new line after it.
        let room = style.width - start.count - mark.text.count - time.count - 4
        // Elsewhere than on a terminal, a long line does no harm, but one of a megabyte would.
        let title = Self.cut(
            report.title, to: style.isTerminal ? room : 200, isASCII: style.isASCII)
        let sign = mark.color.map { style.colored(mark.text, $0) } ?? mark.text
        return "\(start)\(sign) \(style.colored(time, .dim))  \(title)"
    }

    /// What tells how a cell fares, before its time.
    private struct Mark {
        /// A sign, or a word where there are no signs.
        let text: String

        /// Its colour, where there are colours.
        var color: ProgressStyle.Color?
    }

    /// The sign or word for how a cell ended.
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

    /// Puts spaces before a text.
    private static func padded(_ text: String, to width: Int) -> String {
        String(repeating: " ", count: max(0, width - text.count)) + text
    }

    /// Leaves out the end of a text that is too long.
    private static func cut(_ text: String, to width: Int, isASCII: Bool) -> String {
        guard text.count > width else { return text }
        let ellipsis = isASCII ? "..." : "…"
        return text.prefix(max(0, width - ellipsis.count)) + ellipsis
    }
}
