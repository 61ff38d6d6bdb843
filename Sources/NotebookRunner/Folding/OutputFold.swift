internal import JSON
public import JupyterClient
public import JupyterProtocol
public import NotebookDocument

/// Puts together the outputs of cells from what a kernel says while it runs them.
///
/// Every message counts for the cell whose request led to it, also when that cell is long over. What
/// is shown under an identifier is replaced wherever it stands.
///
/// - Source: the behaviour of nbclient 0.11, and for streams that of nbconvert's coalescing.
public struct OutputFold: Sendable {
    /// The outputs of the cells, by their positions.
    private var cells: [Int: CellOutputs] = [:]

    /// The cells that may show something under an identifier.
    private var displays: [String: Set<Int>] = [:]

    /// How many bytes of each cell are kept; without limit, where this is nil.
    private let limit: Int?

    /// The widgets, some of which catch outputs.
    private var widgets = WidgetStates()

    /// Makes a fold without any outputs.
    ///
    /// - Parameter limit: how many bytes of each cell are kept; without limit, where this is nil.
    public init(limit: Int? = nil) {
        self.limit = limit
    }

    /// Whether outputs of a cell are missing, because there was no room for them.
    public func isCut(_ cell: Int) -> Bool { cells[cell]?.isCut ?? false }

    /// The outputs of a cell.
    public func outputs(of cell: Int) -> [CellOutput] { cells[cell]?.outputs ?? [] }

    /// Whether there is an error among the outputs of a cell.
    public func hasError(in cell: Int) -> Bool { cells[cell]?.hasError ?? false }

    /// Takes what a kernel said on a comm; returns what to answer.
    mutating func apply(_ message: Message) -> CommMessage? {
        widgets.apply(message, limit: limit)
    }

    /// Returns what a notebook keeps of the widgets, added to what it kept before.
    func widgetMetadata(addedTo earlier: JSONValue?) -> JSONValue? {
        widgets.metadata(addedTo: earlier)
    }

    /// Takes what a kernel said because of a cell.
    ///
    /// - Parameter request: the request that led to it, whose outputs a widget may catch.
    public mutating func apply(
        _ content: KernelEvent.Content, to cell: Int, request: MessageID? = nil
    ) {
        guard !widgets.takes(content, of: request) else { return }
        switch content {
        case .stream(let stream): cells[cell, default: CellOutputs(limit: limit)].append(stream)
        case .display(let display):
            replace(display)
            remember(display, in: cell)
            cells[cell, default: CellOutputs(limit: limit)].append(display)
        case .result(let result):
            replace(result.display)
            remember(result.display, in: cell)
            cells[cell, default: CellOutputs(limit: limit)].append(result)
        case .displayUpdate(let display): replace(display)
        case .error(let error): cells[cell, default: CellOutputs(limit: limit)].append(error)
        case .clearOutput(let request):
            cells[cell, default: CellOutputs(limit: limit)].clear(request)
        case .status, .input, .executeReply, .inputRequest, .exit, .malformed, .refused, .other:
            break
        }
    }

    /// Notes that a cell shows something under an identifier.
    private mutating func remember(_ display: DisplayData, in cell: Int) {
        guard let id = display.displayID else { return }
        displays[id, default: []].insert(cell)
    }

    /// Replaces what is shown under the identifier of something new.
    private mutating func replace(_ display: DisplayData) {
        guard let id = display.displayID else { return }
        for cell in displays[id] ?? [] { cells[cell]?.replace(displayID: id, with: display) }
    }
}
