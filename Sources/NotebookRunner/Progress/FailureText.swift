internal import Display
internal import JupyterProtocol

/// A report of a cell's failure: the cell, its source and the kernel's message.
public struct FailureText: Sendable {
    /// The style of lines.
    private let style: ProgressStyle

    /// The maximum number of source lines shown if the kernel does not point at one.
    private static let lineCount = 10

    /// Creates a report writer.
    public init(style: ProgressStyle) {
        self.style = style
    }

    /// Returns the report of a failed cell, with a trailing newline.
    public func text(for report: CellReport, source: String, notebook: String) -> String {
        guard let error = report.error else { return "" }
        let title = "\(notebook), cell \(report.cell + 1): \(error.name)"
        let head = HarmlessText.of(Self.joined(title, error.value))
        var lines = [style.colored(head, .red)]
        let traceback = error.traceback.joined(separator: "\n")
        let plain = PlainText.of(traceback)
        if !Self.quotes(source, in: plain) { lines += numbered(HarmlessText.of(source)) }
        // A traceback that only repeats the error is omitted.
        if plain != Self.joined(error.name, error.value) {
            lines.append(
                style.hasColors
                    ? HarmlessText.of(traceback, keepsColors: true) : HarmlessText.of(plain))
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// Joins a name and a value, if there is one.
    private static func joined(_ name: String, _ value: String) -> String {
        value.isEmpty ? name : "\(name): \(value)"
    }

    /// Returns whether a traceback shows a line of the source.
    private static func quotes(_ source: String, in traceback: String) -> Bool {
        source.split(whereSeparator: \.isNewline).contains { line in
            let code = CellTitle.of(String(line))
            return !code.isEmpty && traceback.contains(code)
        }
    }

    /// Returns the first lines of a source with their numbers.
    private func numbered(_ source: String) -> [String] {
        let lines = source.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        let shown = lines.prefix(Self.lineCount).enumerated().map { index, line in
            let number = String(index + 1)
            return "\(String(repeating: " ", count: max(0, 4 - number.count)))\(number) | \(line)"
        }
        guard lines.count > Self.lineCount else { return shown }
        return shown + ["       and \(lines.count - Self.lineCount) lines more"]
    }
}
