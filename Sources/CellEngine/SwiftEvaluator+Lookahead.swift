internal import CellProtocol
internal import CellSession
public import Evaluation
internal import Logging

extension SwiftEvaluator {
    /// The cells that are compiled before they are requested.
    ///
    /// The compiled code of a cell depends on the sources before it, not on values. So while a cell
    /// runs, the following ones are compiled on the assumption that it and they will succeed. If
    /// one fails, the compiled code of the cells after it is not used.
    struct Lookahead {
        /// The cell that is being evaluated.
        var current: Cell?

        /// Indicates whether the user has interrupted it.
        var isInterrupted = false

        /// The session's names as they will be if the cell succeeds, once it is compiled.
        var tableAfterCurrent: SessionTable?

        /// The expected cells, in order.
        var cells: [Cell] = []

        /// The number of them that have been requested.
        var begun = 0

        /// The number of them that have been compiled.
        var compiled = 0

        /// The session's names after the compiled cells, or `nil` if they are not known.
        var table: SessionTable?

        /// The task that compiles.
        var task: Task<Void, Never>?
    }

    /// Announces the cells that will probably be evaluated next; see `Evaluator`.
    public func expect(_ upcoming: [Cell]) async {
        guard configuration.compilesAhead else { return }
        var upcoming = upcoming
        if let current = lookahead.current, upcoming.first == current { upcoming.removeFirst() }
        let known = lookahead.cells.dropFirst(lookahead.begun)
        if upcoming.starts(with: known) {
            lookahead.cells += upcoming.dropFirst(known.count)
        } else {
            forgetLookahead()
            lookahead.cells = upcoming
            lookahead.table = lookahead.tableAfterCurrent
        }
        lookAhead()
    }

    /// Records that a cell begins, and discards what was prepared for others.
    func beginLookahead(with cell: Cell) {
        lookahead.current = cell
        lookahead.tableAfterCurrent = nil
        if lookahead.begun < lookahead.cells.count, lookahead.cells[lookahead.begun] == cell {
            lookahead.begun += 1
        } else {
            // Cells expected after this one may still follow, but on top of other sources.
            let expected = lookahead.cells.dropFirst(lookahead.begun)
            forgetLookahead()
            lookahead.cells = Array(expected)
        }
    }

    /// Continues to compile the cells expected after one that has been compiled.
    func continueLookahead(after plan: CellPlan, _ cell: Cell) {
        guard configuration.compilesAhead else { return }
        var after = session.table
        _ = after.add(plan, cell)
        lookahead.tableAfterCurrent = after
        if lookahead.table == nil {
            lookahead.table = after
            lookahead.compiled = lookahead.begun
        }
        lookAhead()
    }

    /// Records that a cell has ended.
    func endLookahead(isSuccess: Bool) {
        lookahead.current = nil
        if !isSuccess { forgetLookahead() }
        lookahead.tableAfterCurrent = nil
    }

    /// Stops compiling expected cells.
    func forgetLookahead() {
        lookahead.task?.cancel()
        lookahead = Lookahead(
            current: lookahead.current, isInterrupted: lookahead.isInterrupted,
            tableAfterCurrent: lookahead.tableAfterCurrent)
    }

    /// Compiles the expected cells in the background, one after the other.
    private func lookAhead() {
        guard lookahead.task == nil, lookahead.table != nil,
            lookahead.compiled < lookahead.cells.count
        else { return }
        lookahead.task = Task(priority: .low) {
            while lookahead.compiled < lookahead.cells.count, let table = lookahead.table {
                let next = await prepare(lookahead.cells[lookahead.compiled], after: table)
                // A cancelled task has been replaced. A cell that cannot be compiled ends the
                // chain, because the names after it are unknown; the task stays, so that no other
                // begins.
                guard !Task.isCancelled, let next else { return }
                lookahead.table = next
                lookahead.compiled += 1
            }
            lookahead.task = nil
        }
    }

    /// Compiles an expected cell; returns the session's names after it, or `nil` if they cannot be
    /// predicted.
    private func prepare(_ cell: Cell, after table: SessionTable) async -> SessionTable? {
        do {
            guard CellScript.candidates(in: cell.code).isEmpty else { return nil }
            let analysis = try await analysis(of: cell)
            guard !analysis.isBlank else { return table }
            // The type of a value is known when its cell has run.
            guard analysis.resultMentions.isEmpty else { return nil }
            let (plan, result) = try await compile(cell, analysis, in: table)
            guard result.object != nil else { return nil }
            var table = table
            _ = table.add(plan, cell)
            return table
        } catch {
            log.debug("a cell was not compiled ahead: \(error)")
            return nil
        }
    }
}
