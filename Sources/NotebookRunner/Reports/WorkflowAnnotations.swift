/// Annotations that make GitHub show failures beside the files of a change.
///
/// - Source: GitHub's documentation, "Workflow commands for GitHub Actions", `error`.
public struct WorkflowAnnotations: Sendable {
    /// The results of the notebooks.
    private let verdicts: [NotebookVerdict]

    /// Creates annotations from results.
    public init(_ verdicts: [NotebookVerdict]) {
        self.verdicts = verdicts
    }

    /// The lines with trailing newlines; empty if there are no failures.
    public var text: String {
        verdicts.flatMap(lines).joined()
    }

    /// Returns a text in which GitHub finds no commands: neither at the beginning of a line nor, in
    /// the old spelling, in the middle of it.
    ///
    /// An invisible character is inserted where a command would begin.
    public static func disarmed(_ text: String) -> String {
        guard text.contains("::") || text.contains("##[") else { return text }
        var result = String.UnicodeScalarView()
        var isAtStart = true
        var previous: [Unicode.Scalar] = []
        for scalar in text.unicodeScalars {
            if isAtStart, scalar == ":" { result.append("\u{200B}") }
            if scalar == "[", previous == ["#", "#"] { result.append("\u{200B}") }
            isAtStart =
                scalar == "\n" || scalar == "\r" || isAtStart && scalar.properties.isWhitespace
            previous = previous.suffix(1) + [scalar]
            result.append(scalar)
        }
        return String(result)
    }

    /// Returns the lines of a notebook.
    private func lines(_ verdict: NotebookVerdict) -> [String] {
        let problem = verdict.problem.map { [line(verdict.path, title: "kernel", $0)] } ?? []
        let cells = verdict.reports.map(\.cell)
        return problem
            + cells.flatMap { cell in
                verdict.complaints(about: cell).map {
                    line(verdict.path, title: "cell \(cell + 1)", $0)
                }
            }
    }

    /// Returns one line.
    private func line(_ path: String, title: String, _ message: String) -> String {
        let file = escaped(path).replacing(":", with: "%3A").replacing(",", with: "%2C")
        return "::error file=\(file),title=\(title)::\(escaped(message))\n"
    }

    /// Returns a text with line ends and escape characters escaped, without terminal controls.
    private func escaped(_ text: String) -> String {
        text.unicodeScalars.reduce(into: "") { result, scalar in
            switch scalar {
            case "%": result += "%25"
            case "\r": result += "%0D"
            case "\n": result += "%0A"
            case _ where scalar.properties.generalCategory == .control: break
            default: result.unicodeScalars.append(scalar)
            }
        }
    }
}
