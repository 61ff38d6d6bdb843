public import JSON

/// One output of a code cell.
public struct CellOutput: Sendable, Hashable {
    /// What was put out.
    public enum Content: Sendable, Hashable {
        /// Text that was written to a standard stream, `stdout` or `stderr`.
        case stream(name: String, text: String)
        /// Something that was shown.
        case display(DisplayedData)
        /// The value of the cell, under the number of its run.
        case result(DisplayedData, executionCount: Int?)
        /// Why the cell failed; the traceback's lines may hold terminal colours.
        case error(name: String, value: String, traceback: [String])
        /// An output of a type or shape that the format does not know, as it stands in the document.
        case other(JSONObject)
    }

    /// What was put out.
    public var content: Content

    /// The entries of the output that the format does not know.
    public var unknownEntries: JSONObject

    /// Makes an output.
    public init(_ content: Content, unknownEntries: JSONObject = [:]) {
        self.content = content
        self.unknownEntries = unknownEntries
    }

    /// The data of a display or a result.
    public var displayedData: DisplayedData? {
        switch content {
        case .display(let data), .result(let data, _): data
        case .stream, .error, .other: nil
        }
    }
}
