internal import Evaluation
internal import JupyterProtocol

/// Tells whether some code could be run as it is.
struct IsCompleteHandler: MessageHandler {
    /// Who knows.
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

    /// The reply's status says whether the code is complete, and never that of a failure.
    func answer(to error: ErrorContent) -> Answer { .verbatim(IsCompleteReply(.unknown)) }
}
