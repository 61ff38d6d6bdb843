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

    /// Makes a verdict.
    public init(
        path: String, reports: [CellReport], mismatches: [OutputMismatch] = [],
        problem: String? = nil
    ) {
        self.path = path
        self.reports = reports
        self.mismatches = mismatches
        self.problem = problem
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
