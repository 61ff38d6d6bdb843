internal import JSON
internal import JupyterProtocol

/// Answers a cell without running it.
///
/// The reply is an ordinary error, because the status `aborted` is deprecated since version 5.1. It
/// has no execution count, since clients would otherwise show the number of another cell.
struct AbortHandler: MessageHandler {
    /// The reason why cells are not run.
    enum Reason: String, Sendable {
        /// An earlier cell failed.
        case earlierFailure = "an earlier cell failed"
        /// The kernel is shutting down.
        case shutdown = "the kernel is shutting down"
    }

    /// The reason why the cell is not run.
    let reason: Reason

    func answer(_ content: ExecuteRequest, in exchange: Exchange) -> Answer {
        let sentence = "could not run the cell: \(reason.rawValue)"
        return answer(
            to: ErrorContent(
                name: "Aborted", value: sentence, traceback: ["Aborted: \(sentence)"]))
    }

    func answer(to error: ErrorContent) -> Answer {
        let reply = ExecuteReply(executionCount: nil, outcome: .failed(error))
        return Answer(
            content: .describing(reply), metadata: ["status": "aborted"], isFailure: true)
    }
}
