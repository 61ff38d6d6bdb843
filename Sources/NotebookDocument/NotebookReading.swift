/// A notebook that was read, and what had to be mended in it.
public struct NotebookReading: Sendable, Hashable {
    /// The notebook, mended.
    public let notebook: Notebook

    /// What was mended, in the order of the document.
    public let warnings: [NotebookWarning]

    /// What the file held, where the notebook was read from one.
    public internal(set) var fingerprint: FileFingerprint?
}
