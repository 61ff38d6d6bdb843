public import JSON

/// One cell of a notebook.
public struct NotebookCell: Sendable, Hashable {
    /// What the cell is.
    public var kind: CellKind

    /// The cell's name within the notebook; documents before nbformat 4.5 have none.
    public var id: String?

    /// The text of the cell.
    public var source: String

    /// What is known about the cell, such as its tags.
    public var metadata: JSONObject

    /// The files that a text refers to, as MIME bundles under their names.
    public var attachments: JSONObject?

    /// What the last run of a code cell put out.
    public var outputs: [CellOutput]

    /// The number of a code cell's last run.
    public var executionCount: Int?

    /// The entries of the cell that the format does not know.
    public var unknownEntries: JSONObject

    /// Whether a cell of a kind that is not known came without a source, and is to leave so.
    var lacksSource = false

    /// Makes a cell.
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

    /// The tags that tools and people have put on the cell.
    public var tags: [String] {
        metadata["tags"]?.array?.compactMap(\.string) ?? []
    }
}
