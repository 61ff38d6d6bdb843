internal import JupyterProtocol

/// Replies with entries of the history.
struct HistoryHandler: MessageHandler {
    /// The history.
    let history: History

    func answer(_ content: HistoryRequest, in exchange: Exchange) -> Answer {
        let cells = history.cells(content.access)
        return .ok(
            HistoryReply(
                history: cells.map { cell in
                    .init(
                        session: cell.session, number: cell.number, input: cell.input,
                        output: content.includesOutput ? .included(cell.output) : .omitted)
                }))
    }
}
