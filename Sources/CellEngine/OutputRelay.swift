internal import CellSession
internal import Evaluation
internal import Processes
internal import Synchronization

/// What a cell puts out, on its way from the worker to who watches: without the names of modules, and
/// without anything where the cell is silent.
final class OutputRelay: OutputReceiver {
    /// What is held back of each stream.
    private struct State {
        var scrubbers: [OutputStreamName: NameScrubber] = [:]
        var hasShownSomething = false
    }

    /// The state of the streams.
    private let state = Mutex(State())

    /// Who watches the cell.
    private let observer: any EvaluationObserver

    /// What the person calls the cells.
    private let names: CellNames

    /// Whether nothing should be shown.
    private let isSilent: Bool

    /// Whether there is somebody to ask for input.
    private let allowsInput: Bool

    /// Passes a cell's output on to who watches it.
    init(for cell: Cell, observer: any EvaluationObserver, names: CellNames) {
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

    func take(_ event: EvaluationEvent) {
        finish()
        if !isSilent { observer.observe(scrubbed(event)) }
    }

    func line(at prompt: InputPrompt) async -> InputAnswer {
        guard allowsInput else { return .refused }
        finish()
        return .line(await observer.line(at: prompt))
    }

    /// Shows what was held back: nothing more comes that could belong to it.
    func finish() {
        for stream in [OutputStreamName.standardOutput, .standardError] {
            let text = state.withLock { $0.scrubbers[stream]?.takeRest(names) ?? [] }
            show(text, stream)
        }
    }

    /// Shows text in a stream.
    private func show(_ text: [UInt8], _ stream: OutputStreamName) {
        guard !isSilent, !text.isEmpty else { return }
        observer.observe(.text(String(decoding: text, as: UTF8.self), to: stream))
    }

    /// Returns an event without the names of modules.
    private func scrubbed(_ event: EvaluationEvent) -> EvaluationEvent {
        switch event {
        case .display(let bundle, let id): .display(bundle.scrubbed(names), id: id)
        case .replaceDisplay(let bundle, let id): .replaceDisplay(bundle.scrubbed(names), id: id)
        case .result(let bundle): .result(bundle.scrubbed(names))
        default: event
        }
    }
}
