public import JSON

/// A notebook in nbformat 4: its cells and its metadata.
///
/// Entries that the format does not define, as in documents of later minor versions, are preserved.
///
/// - Source: the nbformat 4.5 schema, `nbformat.v4.5.schema.json`.
public struct Notebook: Sendable, Hashable {
    /// The first minor version of the format in which every cell has an ID.
    public static let firstMinorVersionWithIdentifiers = 5

    /// The cells in order.
    public var cells: [NotebookCell]

    /// The metadata of the notebook, such as its kernel.
    public var metadata: JSONObject

    /// The minor version of the format, which stays that of the file.
    public var minorVersion: Int

    /// The entries of the document that the format does not define.
    public var unknownEntries: JSONObject

    /// Creates a notebook.
    public init(
        cells: [NotebookCell] = [], metadata: JSONObject = [:],
        minorVersion: Int = firstMinorVersionWithIdentifiers, unknownEntries: JSONObject = [:]
    ) {
        self.cells = cells
        self.metadata = metadata
        self.minorVersion = minorVersion
        self.unknownEntries = unknownEntries
    }

    /// Indicates whether the cells of this document have IDs.
    public var hasIdentifiers: Bool { minorVersion >= Self.firstMinorVersionWithIdentifiers }

    /// The name of the notebook's kernel, or `nil` if it is not specified.
    public var kernelName: String? { metadata["kernelspec"]?["name"]?.string }

    /// The name of the cells' language, or `nil` if it is not specified.
    public var languageName: String? {
        metadata["kernelspec"]?["language"]?.string ?? metadata["language_info"]?["name"]?.string
    }
}
