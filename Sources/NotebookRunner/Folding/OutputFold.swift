internal import JSON
public import JupyterClient
public import JupyterProtocol
public import NotebookDocument

/// A fold of a kernel's events into the outputs of cells.
///
/// Every message belongs to the cell whose request caused it, even if that cell has ended. Updates
/// replace all displays with the same identifier.
///
/// - Source: the behavior of nbclient 0.11, and for streams that of nbconvert's coalescing.
public struct OutputFold: Sendable {
    /// The outputs by the index of the cell.
    private var cells: [Int: CellOutputs] = [:]

    /// The cells that have displays with an identifier.
    private var displays: [String: Set<Int>] = [:]

    /// The maximum number of bytes per cell, or `nil` for no limit.
    private let limit: Int?

    /// The widgets, some of which capture outputs.
    private var widgets = WidgetStates()

    /// Creates a fold without outputs.
    ///
    /// - Parameter limit: the maximum number of bytes per cell, or `nil` for no limit.
    public init(limit: Int? = nil) {
        self.limit = limit
    }

    /// Returns whether outputs of a cell were omitted because they exceeded the limit.
    public func isCut(_ cell: Int) -> Bool { cells[cell]?.isCut ?? false }

    /// The outputs of a cell.
    public func outputs(of cell: Int) -> [CellOutput] { cells[cell]?.outputs ?? [] }

    /// Returns the number of changes to the outputs of a cell.
    func revision(of cell: Int) -> Int { cells[cell]?.revision ?? 0 }

    /// Returns whether there is an error among the outputs of a cell.
    public func hasError(in cell: Int) -> Bool { cells[cell]?.hasError ?? false }

    /// Handles a message on a comm; returns a response, if any.
    mutating func apply(_ message: Message) -> CommMessage? {
        widgets.apply(message, limit: limit)
    }

    /// Returns the widgets' states for the notebook's metadata, merged with the earlier ones.
    func widgetMetadata(addedTo earlier: JSONValue?) -> JSONValue? {
        widgets.metadata(addedTo: earlier)
    }

    /// Handles an event that belongs to a cell.
    ///
    /// - Parameter request: the request that caused the event, whose outputs a widget may capture.
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

    /// Records that a cell has a display with an identifier.
    private mutating func remember(_ display: DisplayData, in cell: Int) {
        guard let id = display.displayID else { return }
        displays[id, default: []].insert(cell)
    }

    /// Replaces the displays that have the identifier of a new one.
    private mutating func replace(_ display: DisplayData) {
        guard let id = display.displayID else { return }
        for cell in displays[id] ?? [] { cells[cell]?.replace(displayID: id, with: display) }
    }
}
