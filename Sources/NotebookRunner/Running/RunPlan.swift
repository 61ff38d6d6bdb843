internal import JSON
internal import JupyterProtocol
public import NotebookDocument

/// The plan of a run: the cells to run, and those that may fail.
public struct RunPlan: Sendable, Hashable {
    /// The tag of cells that may fail.
    public static let raisingTag = "raises-exception"

    /// The tag of cells that are skipped.
    public static let skippingTag = "skip-execution"

    /// The indices of the cells to run, in order.
    public let cells: [Int]

    /// The cells that are skipped on request, and keep their outputs.
    public let skipped: Set<Int>

    /// The cells that may fail without ending the run.
    private let tolerant: Set<Int>

    /// Plans a run of every code cell that is neither empty nor tagged to be skipped.
    public init(_ notebook: Notebook, allowsErrors: Bool = false) {
        var cells: [Int] = []
        var skipped: Set<Int> = []
        var tolerant: Set<Int> = []
        for (index, cell) in notebook.cells.enumerated() where cell.kind == .code {
            let marks = CellMarks(of: cell)
            if marks.skips {
                skipped.insert(index)
            } else if !cell.source.allSatisfy(\.isWhitespace) {
                cells.append(index)
                if allowsErrors || marks.mayFail { tolerant.insert(index) }
            }
        }
        self.cells = cells
        self.skipped = skipped
        self.tolerant = tolerant
    }

    /// Returns whether a cell may fail without ending the run.
    public func toleratesFailure(of cell: Int) -> Bool { tolerant.contains(cell) }

    /// Returns the request that runs a cell.
    func request(for cell: Int, of notebook: Notebook) -> ExecuteRequest {
        ExecuteRequest(
            code: notebook.cells[cell].source, stopsOnError: !toleratesFailure(of: cell))
    }

    /// Returns the notebook without the outputs of earlier runs, except for skipped cells.
    func cleared(_ notebook: Notebook) -> Notebook {
        var notebook = notebook
        // Widgets of earlier runs are used only by cells that keep their outputs.
        if skipped.isEmpty { notebook.metadata["widgets"] = nil }
        for index in notebook.cells.indices
        where notebook.cells[index].kind == .code && !skipped.contains(index) {
            notebook.cells[index].outputs = []
            notebook.cells[index].executionCount = nil
            notebook.cells[index].metadata["execution"] = nil
        }
        RunRecord.remove(from: &notebook, besides: skipped)
        return notebook
    }
}
