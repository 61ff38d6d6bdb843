internal import JSON
internal import JupyterClient
internal import JupyterProtocol
internal import NotebookDocument

/// The outputs of one cell while they arrive.
struct CellOutputs: Sendable {
    /// One output, and the identifier under which it can be replaced.
    private struct Entry: Sendable {
        /// The output; the text of a stream stands beside it.
        var content: CellOutput.Content
        /// The text of a stream.
        var stream = StreamText()
        /// The identifier.
        var displayID: String?
    }

    /// The outputs, in order.
    private var entries: [Entry] = []

    /// Whether the next output takes the place of all others.
    private var clearsBeforeNext = false

    /// Whether there is an error among the outputs.
    private(set) var hasError = false

    /// How many bytes may be kept; without limit, where this is nil.
    private let limit: Int?

    /// About how many bytes are kept, the text of the last stream not counted.
    private var size = 0

    /// Before which entry outputs are missing, because there was no room for them.
    private var cut: Int?

    /// What an output needs besides its contents, about.
    private static let overhead = 256

    /// Makes an empty list.
    init(limit: Int? = nil) {
        self.limit = limit
    }

    /// Whether outputs are missing, because there was no room for them.
    var isCut: Bool { cut != nil }

    /// The outputs as a notebook keeps them.
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

    /// The words that stand where outputs are missing.
    private static func note(_ limit: Int) -> String {
        "unroll: the rest was cut, because a cell may put out \(OutputSize.text(limit)); "
            + "--output-limit allows more\n"
    }

    /// Adds text to a stream: to the last output, where that is of the same stream.
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

    /// Leaves out the end of the last stream, where there is no room for it.
    private mutating func cutStream() {
        guard let limit, let last = entries.indices.last,
            size + entries[last].stream.count > limit
        else { return }
        entries[last].stream.cut(to: limit - size)
        cut = entries.count
    }

    /// Counts the text of the last stream, which grows no longer.
    private mutating func closeStream() {
        if let last = entries.last { size += last.stream.count }
    }

    /// Adds something that is shown.
    mutating func append(_ display: DisplayData) {
        append(.display(display.displayed), displayID: display.displayID)
    }

    /// Adds the value of the cell.
    mutating func append(_ result: ExecuteResult) {
        append(
            .result(result.display.displayed, executionCount: result.executionCount),
            displayID: result.display.displayID)
    }

    /// Adds an error; there is always room for one, but not for megabytes of it.
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

    /// Removes all outputs, at once or as soon as there is another one.
    mutating func clear(_ request: ClearOutput) {
        if request.waits {
            clearsBeforeNext = true
        } else {
            removeAll()
        }
    }

    /// Replaces what is shown under an identifier.
    mutating func replace(displayID: String, with display: DisplayData) {
        for index in entries.indices where entries[index].displayID == displayID {
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

    /// Removes what waits to be replaced by the next output.
    private mutating func prepareForNext() {
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
    /// What is shown, as a notebook keeps it.
    fileprivate var displayed: DisplayedData { DisplayedData(forms: data, metadata: metadata) }
}
