public import JSON

/// A notebook of nbformat 4: its cells, in order, and what is known about the whole.
///
/// What a document holds beyond the format, as documents of later minor versions do, is kept and
/// written back.
///
/// - Source: the nbformat 4.5 schema, `nbformat.v4.5.schema.json`.
public struct Notebook: Sendable, Hashable {
    /// The minor version of the format from which on every cell has an id.
    public static let firstMinorVersionWithIdentifiers = 5

    /// The cells, in order.
    public var cells: [NotebookCell]

    /// What is known about the whole, such as the kernel that it was written for.
    public var metadata: JSONObject

    /// The minor version of the format, which stays that of the file.
    public var minorVersion: Int

    /// The entries of the document that the format does not know.
    public var unknownEntries: JSONObject

    /// Makes a notebook.
    public init(
        cells: [NotebookCell] = [], metadata: JSONObject = [:],
        minorVersion: Int = firstMinorVersionWithIdentifiers, unknownEntries: JSONObject = [:]
    ) {
        self.cells = cells
        self.metadata = metadata
        self.minorVersion = minorVersion
        self.unknownEntries = unknownEntries
    }

    /// Whether cells of this document have ids.
    public var hasIdentifiers: Bool { minorVersion >= Self.firstMinorVersionWithIdentifiers }

    /// The name of the kernelspec that the notebook was written for.
    public var kernelName: String? { metadata["kernelspec"]?["name"]?.string }

    /// The name of the language that the cells are written in.
    public var languageName: String? {
        metadata["kernelspec"]?["language"]?.string ?? metadata["language_info"]?["name"]?.string
    }
}
