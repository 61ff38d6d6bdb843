internal import Display
internal import JupyterProtocol
public import NotebookDocument

/// The result of a notebook, for machine-readable reports.
public struct NotebookVerdict: Sendable, Hashable {
    /// The path of the notebook.
    public let path: String

    /// The results of the cells that were to be run.
    public let reports: [CellReport]

    /// The differences between the outputs and the stored ones.
    public let mismatches: [OutputMismatch]

    /// The reason why nothing was run, or `nil` if there was a run.
    public let problem: String?

    /// The ending of the run, or `nil` if there was none.
    public let ending: RunEnding?

    /// The duration of the run.
    public let duration: Duration

    /// The points that the notebook has reached, or `nil` if its cells define none.
    public let points: NotebookPoints?

    /// The values that the cells have recorded, or `nil` if there was no run.
    let recorded: RecordedValues?

    /// Creates a result.
    ///
    /// - Parameter notebook: the notebook after the run, or `nil` if there was none.
    public init(
        path: String, reports: [CellReport], mismatches: [OutputMismatch] = [],
        problem: String? = nil, ending: RunEnding? = nil, duration: Duration = .zero,
        points: NotebookPoints? = nil, notebook: Notebook? = nil
    ) {
        self.path = path
        self.reports = reports
        self.mismatches = mismatches
        self.problem = problem
        self.ending = ending
        self.duration = duration
        self.points = points
        recorded = notebook.map(RecordedValues.init(of:))
    }

    /// The result in one word.
    public var word: String {
        if problem != nil { return "not run" }
        guard let ending else { return "unchanged" }
        return ending == .passed && !mismatches.isEmpty ? "differs" : ending.word
    }

    /// Returns the problems of a cell, one line each.
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
