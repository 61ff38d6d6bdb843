internal import JupyterProtocol

/// What became of a notebook, for reports that other programs read.
public struct NotebookVerdict: Sendable, Hashable {
    /// Where the notebook stands.
    public let path: String

    /// What became of the cells that were to be run.
    public let reports: [CellReport]

    /// Where the outputs are not those that were stored.
    public let mismatches: [OutputMismatch]

    /// Why nothing was run at all, where that is so.
    public let problem: String?

    /// How the run ended, where there was one.
    public let ending: RunEnding?

    /// How long the run took.
    public let duration: Duration

    /// How many points the notebook has reached, where its cells have some.
    public let points: NotebookPoints?

    /// Makes a verdict.
    public init(
        path: String, reports: [CellReport], mismatches: [OutputMismatch] = [],
        problem: String? = nil, ending: RunEnding? = nil, duration: Duration = .zero,
        points: NotebookPoints? = nil
    ) {
        self.path = path
        self.reports = reports
        self.mismatches = mismatches
        self.problem = problem
        self.ending = ending
        self.duration = duration
        self.points = points
    }

    /// What became of the notebook, in a word.
    public var word: String {
        if problem != nil { return "not run" }
        guard let ending else { return "unchanged" }
        return ending == .passed && !mismatches.isEmpty ? "differs" : ending.word
    }

    /// Returns why a cell is not as it should be, in one line each; nothing where it is.
    func complaints(about cell: Int) -> [String] {
        let failures = reports.filter { $0.cell == cell && $0.status.isFailure }.map { report in
            let error = report.error.map { $0.value.isEmpty ? $0.name : "\($0.name): \($0.value)" }
            return PlainText.of(error ?? "the cell did not run to its end")
        }
        let differences = mismatches.filter { $0.cell == cell }.map { mismatch in
            "\(mismatch.place): \(mismatch.difference)"
        }
        return failures + differences
    }
}
