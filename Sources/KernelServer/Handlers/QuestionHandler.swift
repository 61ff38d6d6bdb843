internal import Display
internal import Evaluation
internal import JSON
internal import JupyterProtocol

/// Tells the states of objects, also while a cell runs.
struct QuestionHandler: MessageHandler {
    /// The evaluator that answers.
    let evaluator: any Evaluator

    func answer(_ content: CommMessage, in exchange: Exchange) async -> Answer {
        let signal = CommSignal(.message, comm: content.commID, dataJSON: content.data.text())
        for answer in await evaluator.answer(to: signal) { exchange.publish(answer) }
        return .verbatim(content)
    }
}
