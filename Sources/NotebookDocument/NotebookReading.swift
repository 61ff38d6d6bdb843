/// A notebook that has been read, and the repairs that were necessary.
public struct NotebookReading: Sendable, Hashable {
    /// The repaired notebook.
    public let notebook: Notebook

    /// The repairs, in the order of the document.
    public let warnings: [NotebookWarning]

    /// The fingerprint of the file, or `nil` if the notebook was not read from one.
    public internal(set) var fingerprint: FileFingerprint?

    /// Creates the result of reading a notebook.
    public init(
        notebook: Notebook, warnings: [NotebookWarning] = [], fingerprint: FileFingerprint? = nil
    ) {
        self.notebook = notebook
        self.warnings = warnings
        self.fingerprint = fingerprint
    }
}
