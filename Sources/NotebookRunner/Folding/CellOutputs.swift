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

    /// The outputs as a notebook keeps them.
    var outputs: [CellOutput] {
        entries.map { entry in
            guard case .stream(let name, _) = entry.content else {
                return CellOutput(entry.content)
            }
            return CellOutput(.stream(name: name, text: entry.stream.text))
        }
    }

    /// Adds text to a stream: to the last output, where that is of the same stream.
    mutating func append(_ stream: StreamContent) {
        prepareForNext()
        let name = stream.name.rawValue
        if let last = entries.indices.last, case .stream(name, _) = entries[last].content {
            entries[last].stream.append(stream.text)
            return
        }
        var entry = Entry(content: .stream(name: name, text: ""))
        entry.stream.append(stream.text)
        entries.append(entry)
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

    /// Adds an error.
    mutating func append(_ error: ErrorContent) {
        append(
            .error(name: error.name, value: error.value, traceback: error.traceback),
            displayID: nil)
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
        entries.append(Entry(content: content, displayID: displayID))
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
    }
}

extension DisplayData {
    /// What is shown, as a notebook keeps it.
    fileprivate var displayed: DisplayedData { DisplayedData(forms: data, metadata: metadata) }
}
