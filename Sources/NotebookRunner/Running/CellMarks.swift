internal import NotebookDocument

/// What tools ask of a cell, by its tags or by a comment at its beginning.
///
/// - Source: nbval's documentation: the comments are `NBVAL_` words, and tags the same in lower case
///   with hyphens; in other languages than Python, `//` begins a comment.
struct CellMarks {
    /// The marks, as tags spell them.
    private let marks: Set<String>

    /// Reads the marks of a cell.
    init(of cell: NotebookCell) {
        var marks = Set(cell.tags.map { $0.lowercased().replacing("_", with: "-") })
        for line in cell.source.split(whereSeparator: \.isNewline) {
            let text = line.drop(while: \.isWhitespace)
            guard text.hasPrefix("#") || text.hasPrefix("//") else { break }
            let words = text.split { $0 == " " || $0 == "#" || $0 == "/" || $0 == "," }
            for word in words
            where word.hasPrefix("NBVAL_") || word == "PYTEST_VALIDATE_IGNORE_OUTPUT" {
                marks.insert(word.lowercased().replacing("_", with: "-"))
            }
        }
        self.marks = marks
    }

    /// Whether the cell is left out.
    var skips: Bool { marks.contains(RunPlan.skippingTag) || marks.contains("nbval-skip") }

    /// Whether the cell may fail.
    var mayFail: Bool {
        marks.contains(RunPlan.raisingTag) || marks.contains("nbval-raises-exception")
    }

    /// Whether the cell's outputs are not compared; nothing, where no mark says so or otherwise.
    var ignoresOutput: Bool? {
        if marks.contains("nbval-check-output") { return false }
        let ignores =
            marks.contains("nbval-ignore-output")
            || marks.contains("pytest-validate-ignore-output")
        return ignores ? true : nil
    }
}
