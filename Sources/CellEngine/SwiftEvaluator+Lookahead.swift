internal import CellProtocol
internal import CellSession
public import Evaluation
internal import Logging

extension SwiftEvaluator {
    /// Cells that are compiled before they are asked for.
    ///
    /// What a cell compiles to depends on the sources before it, not on values. So while a cell runs,
    /// those behind it are compiled as if it and they were going to succeed. Where one does not, what
    /// was compiled behind it is never looked at.
    struct Lookahead {
        /// The cell that is being evaluated.
        var current: Cell?

        /// Whether the person has asked for its end.
        var isInterrupted = false

        /// The names of the session as they will be if it succeeds, once it is compiled.
        var tableAfterCurrent: SessionTable?

        /// The cells that were expected when this began or since, in order.
        var cells: [Cell] = []

        /// How many of them have been asked for.
        var begun = 0

        /// How many of them have been compiled.
        var compiled = 0

        /// The names of the session after the compiled ones; nothing, while that is not known.
        var table: SessionTable?

        /// The work under way.
        var task: Task<Void, Never>?
    }

    /// Hears what will probably be asked for next; see `Evaluator`.
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

    /// Notes that a cell begins; what was prepared for others is of no use.
    func beginLookahead(with cell: Cell) {
        lookahead.current = cell
        lookahead.tableAfterCurrent = nil
        if lookahead.begun < lookahead.cells.count, lookahead.cells[lookahead.begun] == cell {
            lookahead.begun += 1
        } else {
            // What is expected behind this cell may still be, but it follows on other sources.
            let expected = lookahead.cells.dropFirst(lookahead.begun)
            forgetLookahead()
            lookahead.cells = Array(expected)
        }
    }

    /// Goes on to compile what is expected behind a cell, which has been compiled itself.
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

    /// Notes that a cell has ended.
    func endLookahead(isSuccess: Bool) {
        lookahead.current = nil
        if !isSuccess { forgetLookahead() }
        lookahead.tableAfterCurrent = nil
    }

    /// Stops compiling cells that are only expected.
    func forgetLookahead() {
        lookahead.task?.cancel()
        lookahead = Lookahead(
            current: lookahead.current, isInterrupted: lookahead.isInterrupted,
            tableAfterCurrent: lookahead.tableAfterCurrent)
    }

    /// Compiles what is expected and not compiled yet, one cell after the other, in the background.
    private func lookAhead() {
        guard lookahead.task == nil, lookahead.table != nil,
            lookahead.compiled < lookahead.cells.count
        else { return }
        lookahead.task = Task(priority: .low) {
            while lookahead.compiled < lookahead.cells.count, let table = lookahead.table {
                let next = await prepare(lookahead.cells[lookahead.compiled], after: table)
                // Who is cancelled has been replaced. A cell that cannot be compiled ends the chain,
                // because nobody knows what comes after it; the task stays, so that none begins.
                guard !Task.isCancelled, let next else { return }
                lookahead.table = next
                lookahead.compiled += 1
            }
            lookahead.task = nil
        }
    }

    /// Compiles a cell that is expected; returns the names of the session after it, or nothing where
    /// these cannot be foreseen.
    private func prepare(_ cell: Cell, after table: SessionTable) async -> SessionTable? {
        do {
            guard CellScript.candidates(in: cell.code).isEmpty else { return nil }
            let analysis = try await cells.analysis(of: cell.code)
            guard !analysis.isBlank else { return table }
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
