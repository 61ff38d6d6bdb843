/// A table of the results of several notebooks, one line each.
public struct VerdictTable: Sendable {
    /// The results of the notebooks.
    private let verdicts: [NotebookVerdict]

    /// Creates a table from results.
    public init(_ verdicts: [NotebookVerdict]) {
        self.verdicts = verdicts
    }

    /// The lines; empty if there is only one notebook.
    public var text: String {
        guard verdicts.count > 1 else { return "" }
        let rows = verdicts.map { verdict in
            let done = verdict.reports.count { $0.status == .passed || $0.status == .raised }
            return (
                word: verdict.word, cells: "\(done)/\(verdict.reports.count)",
                time: verdict.duration.inSeconds, path: verdict.path
            )
        }
        let word = rows.map(\.word.count).max() ?? 0
        let cells = rows.map(\.cells.count).max() ?? 0
        let time = rows.map(\.time.count).max() ?? 0
        return "\n"
            + rows.map { row in
                Self.padded(row.word, to: word) + "  "
                    + Self.padded(row.cells, to: cells, isLeft: false)
                    + "  " + Self.padded(row.time, to: time, isLeft: false) + "  \(row.path)\n"
            }.joined()
    }

    /// Returns a text padded with spaces on one side.
    private static func padded(_ text: String, to width: Int, isLeft: Bool = true) -> String {
        let spaces = String(repeating: " ", count: max(0, width - text.count))
        return isLeft ? text + spaces : spaces + text
    }
}
