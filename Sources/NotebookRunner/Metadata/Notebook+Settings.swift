internal import JSON
public import NotebookDocument

extension Notebook {
    /// Checks the settings under `unroll` in the metadata of the notebook and its cells, so that a
    /// misspelled setting is not silently ignored.
    ///
    /// - Throws: `MetadataError` for the first setting that is unknown or of the wrong type.
    public func checkSettings() throws(MetadataError) {
        try Self.check(metadata, cell: nil)
        for (index, cell) in cells.enumerated() { try Self.check(cell.metadata, cell: index) }
    }

    /// Checks the settings under `unroll`.
    private static func check(_ metadata: JSONObject, cell: Int?) throws(MetadataError) {
        guard let settings = metadata["unroll"] else { return }
        let schema = MetadataSchema.object([
            "compare": comparison, "data": .list(.text), "run": .anything,
        ])
        if let (path, problem) = schema.problem(in: settings, at: "unroll") {
            throw MetadataError(cell: cell, path: path, problem: problem)
        }
    }

    /// The files on which the notebook depends, as listed under `unroll.data` in its metadata.
    public var dataFiles: [String] {
        metadata["unroll"]?["data"]?.array?.compactMap(\.string) ?? []
    }

    /// The permitted values under `unroll.compare`.
    private static let comparison = MetadataSchema.object([
        "relative": .amount, "absolute": .amount, "zero": .amount, "integers": .flag,
        "pixel_levels": .amount, "pixel_share": .amount,
        "ignore": .flag, "ignore_types": .list(.text),
        "ignore_stderr": .flag, "sanitize": .list(.sanitizerName),
        "replace": .list(.object(["pattern": .pattern, "with": .text])),
    ])
}
