internal import JupyterProtocol

/// Does nothing more: a comm that is closed was never open.
struct CommCloseHandler: MessageHandler {
    func answer(_ content: CommClose, in exchange: Exchange) -> Answer { .verbatim(content) }
}
