internal import Display
internal import Evaluation
internal import JupyterProtocol
internal import Synchronization

/// An observer that sends a cell's outputs, and collects what its reply needs.
final class ExecutionObserver: EvaluationObserver {
    /// The collected parts of a reply.
    struct Yield: Sendable {
        /// The actions that the client should perform.
        var payloads: [Payload] = []
        /// The result as text, or `nil` if there is none.
        var result: String?
    }

    /// The exchange of the cell's request.
    private let exchange: Exchange

    /// The execution count of the cell.
    private let number: Int

    /// Indicates whether outputs are suppressed.
    private let isSilent: Bool

    /// The requests for input, or `nil` if the cell may not request any.
    private let desk: InputDesk?

    /// The output areas and their contents.
    private let areas = Mutex(OutputAreas())

    /// The parts of the reply so far.
    private let collected = Mutex(Yield())

    /// Creates an observer of a cell.
    init(_ exchange: Exchange, number: Int, isSilent: Bool, desk: InputDesk?) {
        self.exchange = exchange
        self.number = number
        self.isSilent = isSilent
        self.desk = desk
    }

    /// The collected parts of the reply.
    var yield: Yield { collected.withLock { $0 } }

    func observe(_ event: EvaluationEvent) {
        let (isTaken, news) = areas.withLock { ($0.take(event), $0.news(.now)) }
        for signal in news { exchange.publish(signal) }
        if !isTaken { show(event) }
    }

    /// Shows an error in the area into which output went last; false, where none did.
    func showInArea(_ error: ErrorContent) -> Bool {
        let (isShown, news) = areas.withLock { ($0.show(error), $0.rest()) }
        for signal in news { exchange.publish(signal) }
        return isShown
    }

    /// Has an evaluator note what stands in the areas.
    func noteAreas(_ evaluator: any Evaluator) async {
        for (area, state) in areas.withLock({ $0.states }) {
            await evaluator.note(state, ofComm: area)
        }
    }

    /// Tells of an event.
    private func show(_ event: EvaluationEvent) {
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
        case .comm(let signal): exchange.publish(signal)
        case .redirect: break
        case .page(let bundle):
            add(.page(data: bundle.jupyterData, start: 0))
        case .nextInput(let text, let replacesCell):
            add(.setNextInput(text: text, replaces: replacesCell))
        }
    }

    func line(at prompt: InputPrompt) async -> String? {
        await desk?.line(at: prompt, in: exchange)
    }

    /// Broadcasts a content, unless outputs are suppressed.
    private func publish(_ content: some MessageContent) {
        if !isSilent { exchange.publish(content) }
    }

    /// Adds a payload to the reply.
    private func add(_ payload: Payload) {
        collected.withLock { $0.payloads.append(payload) }
    }
}
