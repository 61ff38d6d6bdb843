internal import NotebookDocument

/// The marks by which tools control a cell, as tags or as a comment at its beginning.
///
/// - Source: nbval's documentation: the comments are `NBVAL_` words, and tags the same in lower
///   case with hyphens; in languages other than Python, `//` begins a comment.
struct CellMarks {
    /// The marks, spelled as tags.
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

    /// Indicates whether the cell is skipped.
    var skips: Bool { marks.contains(RunPlan.skippingTag) || marks.contains("nbval-skip") }

    /// Indicates whether the cell may fail.
    var mayFail: Bool {
        marks.contains(RunPlan.raisingTag) || marks.contains("nbval-raises-exception")
    }

    /// Indicates whether the cell's outputs are ignored in comparisons, or `nil` if no mark
    /// decides.
    var ignoresOutput: Bool? {
        if marks.contains("nbval-check-output") { return false }
        let ignores =
            marks.contains("nbval-ignore-output")
            || marks.contains("pytest-validate-ignore-output")
        return ignores ? true : nil
    }
}
