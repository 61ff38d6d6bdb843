internal import JSON
internal import NotebookDocument

/// The points that a notebook has reached, if its cells define any.
///
/// - Source: nbgrader's metadata of cells, `nbgrader.grade` and `nbgrader.points`; a test cell that
///   passes earns its points, or as many as its result says. Everything else about grading is left
///   to nbgrader.
public struct NotebookPoints: Sendable, Hashable {
    /// The points of the cells that passed.
    public let reached: Double

    /// The points of all cells.
    public let possible: Double

    /// Counts the points of a run; returns `nil` if no cell defines any.
    public init?(of run: NotebookRun) {
        let passed = Set(run.reports.filter { $0.status == .passed }.map(\.cell))
        var (reached, possible) = (0.0, 0.0)
        var hasPoints = false
        for (index, cell) in run.notebook.cells.enumerated() where cell.kind == .code {
            let metadata = cell.metadata["nbgrader"]
            guard metadata?["grade"]?.bool == true, metadata?["solution"]?.bool != true,
                let points = metadata?["points"]?.double
            else { continue }
            hasPoints = true
            possible += points
            if passed.contains(index) { reached += cell.resultingPoints(of: points) }
        }
        guard hasPoints else { return nil }
        self.reached = reached
        self.possible = possible
    }
}

extension NotebookCell {
    /// The points that the result of a cell which has passed stands for: its number, if it is one
    /// between 0 and all, and otherwise all; none, where something stands on the error stream.
    ///
    /// - Source: nbgrader's documentation, "Autograding and partial credit".
    fileprivate func resultingPoints(of possible: Double) -> Double {
        for output in outputs {
            if case .stream("stderr", _) = output.content { return 0 }
            guard case .result(let data, _) = output.content else { continue }
            let number = data.forms["text/plain"]?.string.flatMap(Double.init)
            guard let number, number >= 0, number <= possible else { return possible }
            return number
        }
        return possible
    }
}
