internal import Display
internal import Evaluation
internal import JupyterProtocol
internal import Synchronization

/// Passes on what a cell puts out, and keeps what its reply will need.
final class ExecutionObserver: EvaluationObserver {
    /// What a reply needs.
    struct Yield: Sendable {
        /// What the client should do besides.
        var payloads: [Payload] = []
        /// The result as text.
        var result: String?
    }

    /// The request that the cell came with.
    private let exchange: Exchange

    /// The number of the cell.
    private let number: Int

    /// Whether nothing should be shown.
    private let isSilent: Bool

    /// Who asks people for lines; nothing, where nobody may be asked.
    private let desk: InputDesk?

    /// What the reply needs so far.
    private let collected = Mutex(Yield())

    /// Watches a cell.
    init(_ exchange: Exchange, number: Int, isSilent: Bool, desk: InputDesk?) {
        self.exchange = exchange
        self.number = number
        self.isSilent = isSilent
        self.desk = desk
    }

    /// What the reply needs.
    var yield: Yield { collected.withLock { $0 } }

    func observe(_ event: EvaluationEvent) {
        switch event {
        case .text(let text, let stream):
            let name: StreamContent.Name =
                stream == .standardOutput ? .standardOutput : .standardError
            publish(StreamContent(name: name, text: text))
        case .display(let bundle, let id):
            publish(DisplayData(bundle, displayID: id))
        case .replaceDisplay(let bundle, let id):
            publish(UpdateDisplayData(DisplayData(bundle, displayID: id)))
        case .clearOutput(let waitsForNext):
            publish(ClearOutput(waits: waitsForNext))
        case .result(let bundle):
            collected.withLock { $0.result = bundle.plainText }
            publish(ExecuteResult(executionCount: number, display: DisplayData(bundle)))
        case .page(let bundle):
            add(.page(data: bundle.jupyterData, start: 0))
        case .nextInput(let text, let replacesCell):
            add(.setNextInput(text: text, replaces: replacesCell))
        }
    }

    func line(at prompt: InputPrompt) async -> String? {
        await desk?.line(at: prompt, in: exchange)
    }

    /// Tells everybody, unless nothing should be shown.
    private func publish(_ content: some MessageContent) {
        if !isSilent { exchange.publish(content) }
    }

    /// Keeps a payload for the reply.
    private func add(_ payload: Payload) {
        collected.withLock { $0.payloads.append(payload) }
    }
}
