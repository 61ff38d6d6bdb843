internal import CellSession
internal import Evaluation
internal import Processes
internal import Synchronization

/// The output of a cell on its way from the worker to the observer: without module names, and
/// suppressed if the cell is silent.
final class OutputRelay: OutputReceiver {
    /// The text held back of each stream.
    private struct State {
        var scrubbers: [OutputStreamName: NameScrubber] = [:]
        var hasShownSomething = false
    }

    /// The state of the streams.
    private let state = Mutex(State())

    /// The observer of the cell.
    private let observer: any EvaluationObserver

    /// The names of the cells for the user.
    private let names: CellNames

    /// Indicates whether output is suppressed.
    private let isSilent: Bool

    /// The comms that are open, with the changes that the cell has sent.
    private let commTable: Mutex<CommTable>

    /// Indicates whether a client can answer requests for input.
    private let allowsInput: Bool

    /// Creates the output of a cell for its observer.
    ///
    /// - Parameter comms: The comms that were open before it.
    init(
        for cell: Cell, observer: any EvaluationObserver, names: CellNames,
        comms: CommTable = CommTable()
    ) {
        commTable = Mutex(comms)
        self.observer = observer
        self.names = names
        isSilent = cell.isSilent
        allowsInput = cell.allowsInput
    }

    func take(_ bytes: [UInt8], from stream: OutputStreamName) {
        let text = state.withLock { state in
            state.scrubbers[stream, default: NameScrubber()].take(bytes, names)
        }
        show(text, stream)
    }

    /// The comms that are open.
    var comms: CommTable { commTable.withLock { $0 } }

    func take(_ event: EvaluationEvent) {
        finish()
        if case .comm(let signal) = event { commTable.withLock { $0.note(signal) } }
        if !isSilent || event.isAboutComms { observer.observe(scrubbed(event)) }
    }

    func line(at prompt: InputPrompt) async -> InputAnswer {
        guard allowsInput else { return .refused }
        finish()
        return .line(await observer.line(at: prompt))
    }

    /// Shows the text held back, because no continuation will follow.
    func finish() {
        for stream in [OutputStreamName.standardOutput, .standardError] {
            let text = state.withLock { $0.scrubbers[stream]?.takeRest(names) ?? [] }
            show(text, stream)
        }
    }

    /// Shows text of a stream.
    private func show(_ text: [UInt8], _ stream: OutputStreamName) {
        guard !isSilent, !text.isEmpty else { return }
        observer.observe(.text(String(decoding: text, as: UTF8.self), to: stream))
    }

    /// Returns an event without module names.
    private func scrubbed(_ event: EvaluationEvent) -> EvaluationEvent {
        switch event {
        case .display(let bundle, let id): .display(bundle.scrubbed(names), id: id)
        case .replaceDisplay(let bundle, let id): .replaceDisplay(bundle.scrubbed(names), id: id)
        case .result(let bundle): .result(bundle.scrubbed(names))
        default: event
        }
    }
}

extension EvaluationEvent {
    /// Indicates whether something is said on a comm, which clients have to hear in any case.
    fileprivate var isAboutComms: Bool {
        if case .comm = self { true } else { false }
    }
}
