internal import JSON
internal import NotebookDocument

/// The parts of a cell that its metadata and its tags fold or omit.
///
/// - Source: `jupyter.source_hidden` and `outputs_hidden` of nbformat; the tags of Jupyter Book.
struct CellFolding {
    /// Indicates whether the cell is omitted.
    let removesCell: Bool
    /// Indicates whether its source is omitted.
    let removesSource: Bool
    /// Indicates whether its outputs are omitted.
    let removesOutputs: Bool
    /// Indicates whether its source is folded.
    let foldsSource: Bool
    /// Indicates whether its outputs are folded.
    let foldsOutputs: Bool
    /// The words on the line that opens it.
    let title: String

    /// Reads what a cell says.
    init(of cell: NotebookCell) {
        let tags = Set(cell.tags.map { $0.lowercased().replacing("_", with: "-") })
        let jupyter = cell.metadata["jupyter"]
        let isSolution = tags.contains("solution")
        removesCell = tags.contains("remove-cell")
        removesSource = tags.contains("remove-input")
        removesOutputs = tags.contains("remove-output")
        let foldsAll = isSolution || tags.contains("hide-cell")
        foldsSource =
            foldsAll || tags.contains("hide-input") || jupyter?["source_hidden"]?.bool == true
        foldsOutputs =
            foldsAll || tags.contains("hide-output") || jupyter?["outputs_hidden"]?.bool == true
            || cell.metadata["collapsed"]?.bool == true
        title = isSolution ? "Solution" : "Code"
    }
}
