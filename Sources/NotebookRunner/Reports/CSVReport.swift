/// A CSV report with one row per notebook, for spreadsheets.
public struct CSVReport: Sendable {
    /// The results of the notebooks.
    private let verdicts: [NotebookVerdict]

    /// Creates a report from results.
    public init(_ verdicts: [NotebookVerdict]) {
        self.verdicts = verdicts
    }

    /// The table, with a header.
    public var text: String {
        let heading = [
            "notebook", "status", "passed", "failed", "not run", "differences", "milliseconds",
            "points", "possible points", "problem",
        ]
        return CSVText.of([heading] + verdicts.map(row))
    }

    /// Returns the row of a notebook.
    private func row(_ verdict: NotebookVerdict) -> [String] {
        let reports = verdict.reports
        let numbers = [
            reports.count { $0.status == .passed },
            reports.count { $0.status.isFailure || $0.status == .raised },
            reports.count { $0.status == .notRun },
            verdict.mismatches.count, verdict.duration.milliseconds,
        ]
        let cells = reports.flatMap { verdict.complaints(about: $0.cell) }
        let problem = verdict.problem ?? cells.first ?? ""
        let points = [verdict.points?.reached, verdict.points?.possible].map { points in
            points.map { "\($0)" } ?? ""
        }
        return [verdict.path, verdict.word] + numbers.map(String.init) + points + [problem]
    }
}
