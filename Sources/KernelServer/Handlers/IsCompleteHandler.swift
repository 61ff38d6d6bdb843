internal import Evaluation
internal import JupyterProtocol

/// Replies whether code is complete.
struct IsCompleteHandler: MessageHandler {
    /// The evaluator that decides.
    let evaluator: any Evaluator

    func answer(_ content: IsCompleteRequest, in exchange: Exchange) async -> Answer {
        switch await evaluator.completeness(of: content.code) {
        case .complete: .verbatim(IsCompleteReply(.complete))
        case .incomplete(let indentation):
            .verbatim(IsCompleteReply(.incomplete, indentation: indentation))
        case .invalid: .verbatim(IsCompleteReply(.invalid))
        case .unknown: .verbatim(IsCompleteReply(.unknown))
        }
    }

    /// The `status` of the reply tells whether the code is complete, and is never `error`.
    func answer(to error: ErrorContent) -> Answer { .verbatim(IsCompleteReply(.unknown)) }
}
