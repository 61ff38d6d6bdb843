internal import JSON
internal import JupyterClient
internal import JupyterProtocol
internal import NotebookDocument

/// The outputs of a cell while they arrive.
struct CellOutputs: Sendable {
    /// An output with the identifier of its display.
    private struct Entry: Sendable {
        /// The output; the text of a stream is stored separately.
        var content: CellOutput.Content
        /// The text of a stream.
        var stream = StreamText()
        /// The identifier of the display, or `nil` if it has none.
        var displayID: String?
    }

    /// The outputs, in order.
    private var entries: [Entry] = []

    /// The number of changes so far, by which unchanged outputs are recognized.
    private(set) var revision = 0

    /// Indicates whether the next output replaces all others.
    private var clearsBeforeNext = false

    /// Indicates whether there is an error among the outputs.
    private(set) var hasError = false

    /// The maximum number of bytes, or `nil` for no limit.
    private let limit: Int?

    /// The approximate size in bytes, without the text of the last stream.
    private var size = 0

    /// The index of the entry before which outputs were omitted, or `nil` if none were.
    private var cut: Int?

    /// The approximate size of an output besides its contents.
    private static let overhead = 256

    /// Creates an empty list.
    init(limit: Int? = nil) {
        self.limit = limit
    }

    /// Indicates whether outputs were omitted because they exceeded the limit.
    var isCut: Bool { cut != nil }

    /// The outputs in the form that notebooks store.
    var outputs: [CellOutput] {
        var outputs = entries.map { entry in
            guard case .stream(let name, _) = entry.content else {
                return CellOutput(entry.content)
            }
            return CellOutput(.stream(name: name, text: entry.stream.text))
        }
        if let cut, let limit {
            outputs.insert(CellOutput(.stream(name: "stderr", text: Self.note(limit))), at: cut)
        }
        return outputs
    }

    /// Returns the remark in place of omitted outputs.
    private static func note(_ limit: Int) -> String {
        "unroll: the rest was cut, because a cell may put out \(OutputSize.text(limit)); "
            + "--output-limit allows more\n"
    }

    /// Adds text to a stream, merging it with the last output if that is of the same stream.
    mutating func append(_ stream: StreamContent) {
        prepareForNext()
        guard !isCut else { return }
        let name = stream.name.rawValue
        if let last = entries.indices.last, case .stream(name, _) = entries[last].content {
            entries[last].stream.append(stream.text)
        } else {
            closeStream()
            var entry = Entry(content: .stream(name: name, text: ""))
            entry.stream.append(stream.text)
            entries.append(entry)
            size += Self.overhead
        }
        cutStream()
    }

    /// Truncates the last stream if it exceeds the limit.
    private mutating func cutStream() {
        guard let limit, let last = entries.indices.last,
            size + entries[last].stream.count > limit
        else { return }
        entries[last].stream.cut(to: limit - size)
        cut = entries.count
    }

    /// Adds the size of the last stream, which is complete.
    private mutating func closeStream() {
        if let last = entries.last { size += last.stream.count }
    }

    /// Adds a display.
    mutating func append(_ display: DisplayData) {
        append(.display(display.displayed), displayID: display.displayID)
    }

    /// Adds the value of the cell's last expression.
    mutating func append(_ result: ExecuteResult) {
        append(
            .result(result.display.displayed, executionCount: result.executionCount),
            displayID: result.display.displayID)
    }

    /// Adds an error, which is never omitted but may be truncated.
    mutating func append(_ error: ErrorContent) {
        prepareForNext()
        closeStream()
        var content = CellOutput.Content.error(
            name: error.name, value: error.value, traceback: error.traceback)
        if let limit, content.size > limit {
            content = .error(
                name: String(error.name.prefix(100)), value: String(error.value.prefix(10_000)),
                traceback: [])
            cut = cut ?? entries.count
        }
        entries.append(Entry(content: content, displayID: nil))
        hasError = true
    }

    /// Removes all outputs, at once or when the next one arrives.
    mutating func clear(_ request: ClearOutput) {
        if request.waits {
            clearsBeforeNext = true
        } else {
            revision += 1
            removeAll()
        }
    }

    /// Replaces the displays with an identifier.
    mutating func replace(displayID: String, with display: DisplayData) {
        for index in entries.indices where entries[index].displayID == displayID {
            revision += 1
            let growth = display.displayed.size - entries[index].content.size
            guard limit.map({ size + growth <= $0 }) ?? true else {
                cut = cut ?? entries.count
                continue
            }
            size += growth
            switch entries[index].content {
            case .display: entries[index].content = .display(display.displayed)
            case .result(_, let count):
                entries[index].content = .result(display.displayed, executionCount: count)
            case .stream, .error, .other: break
            }
        }
    }

    /// Adds an output.
    private mutating func append(_ content: CellOutput.Content, displayID: String?) {
        prepareForNext()
        guard !isCut else { return }
        closeStream()
        size += content.size + Self.overhead
        if let limit, size > limit {
            cut = entries.count
        } else {
            entries.append(Entry(content: content, displayID: displayID))
        }
    }

    /// Removes the outputs if the next one is to replace them.
    private mutating func prepareForNext() {
        revision += 1
        if clearsBeforeNext { removeAll() }
    }

    /// Removes all outputs.
    private mutating func removeAll() {
        entries = []
        clearsBeforeNext = false
        hasError = false
        size = 0
        cut = nil
    }
}

extension DisplayData {
    /// The display in the form that notebooks store.
    fileprivate var displayed: DisplayedData { DisplayedData(forms: data, metadata: metadata) }
}
