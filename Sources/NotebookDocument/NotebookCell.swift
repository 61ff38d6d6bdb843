public import JSON

/// A cell of a notebook.
public struct NotebookCell: Sendable, Hashable {
    /// The type of the cell.
    public var kind: CellKind

    /// The ID of the cell within the notebook; `nil` in documents before nbformat 4.5.
    public var id: String?

    /// The source of the cell.
    public var source: String

    /// The metadata of the cell, such as its tags.
    public var metadata: JSONObject

    /// The attachments to which the text refers, as MIME bundles by file name.
    public var attachments: JSONObject?

    /// The outputs of a code cell's last run.
    public var outputs: [CellOutput]

    /// The execution count of a code cell's last run.
    public var executionCount: Int?

    /// The entries of the cell that the format does not define.
    public var unknownEntries: JSONObject

    /// Indicates whether a cell of unknown type has no source, which is then not written either.
    var lacksSource = false

    /// Creates a cell.
    public init(
        _ kind: CellKind, id: String? = nil, source: String, metadata: JSONObject = [:],
        attachments: JSONObject? = nil, outputs: [CellOutput] = [], executionCount: Int? = nil,
        unknownEntries: JSONObject = [:]
    ) {
        self.kind = kind
        self.id = id
        self.source = source
        self.metadata = metadata
        self.attachments = attachments
        self.outputs = outputs
        self.executionCount = executionCount
        self.unknownEntries = unknownEntries
    }

    /// The tags of the cell.
    public var tags: [String] {
        metadata["tags"]?.array?.compactMap(\.string) ?? []
    }
}
