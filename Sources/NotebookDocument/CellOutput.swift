public import JSON

/// An output of a code cell.
public struct CellOutput: Sendable, Hashable {
    /// The content of an output.
    public enum Content: Sendable, Hashable {
        /// Text written to a standard stream, `stdout` or `stderr`.
        case stream(name: String, text: String)
        /// A displayed value.
        case display(DisplayedData)
        /// The value of the cell's last expression, with its execution count.
        case result(DisplayedData, executionCount: Int?)
        /// The error of the cell; the lines of the traceback may contain terminal colors.
        case error(name: String, value: String, traceback: [String])
        /// An output of unknown type or shape, as JSON.
        case other(JSONObject)
    }

    /// The content.
    public var content: Content

    /// The entries of the output that the format does not define.
    public var unknownEntries: JSONObject

    /// Creates an output.
    public init(_ content: Content, unknownEntries: JSONObject = [:]) {
        self.content = content
        self.unknownEntries = unknownEntries
    }

    /// The data of a display or a result, or `nil` for other outputs.
    public var displayedData: DisplayedData? {
        switch content {
        case .display(let data), .result(let data, _): data
        case .stream, .error, .other: nil
        }
    }
}
