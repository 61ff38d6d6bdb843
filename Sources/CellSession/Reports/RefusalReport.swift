package import Evaluation

/// A report of a cell that was rejected before compilation, for the user.
package struct RefusalReport {
    /// The reason.
    package let refusal: CellRefusal

    /// The source of the cell.
    package let cell: Cell

    /// Creates a report on a cell.
    package init(refusal: CellRefusal, cell: Cell) {
        self.refusal = refusal
        self.cell = cell
    }

    /// The cell's failure.
    package var failure: EvaluationFailure {
        let position = TextPosition(offset: refusal.offset, in: cell.code)
        let lines = cell.code.split(separator: "\n", omittingEmptySubsequences: false)
        let place = " (cell \(cell.number), line \(position.line))"
        var traceback = [ANSI.error("error: ") + refusal.message + place]
        if lines.indices.contains(position.line - 1) {
            traceback += SourceExcerpt.lines(
                lines[position.line - 1], number: position.line, column: position.column)
        }
        return EvaluationFailure(
            name: FailureName.compileError, message: refusal.message, traceback: traceback)
    }
}
