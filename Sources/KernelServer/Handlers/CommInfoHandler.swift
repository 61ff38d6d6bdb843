internal import JupyterProtocol

/// Replies that no comm is open.
struct CommInfoHandler: MessageHandler {
    func answer(_ content: CommInfoRequest, in exchange: Exchange) -> Answer {
        .ok(CommInfoReply(comms: [:]))
    }
}
