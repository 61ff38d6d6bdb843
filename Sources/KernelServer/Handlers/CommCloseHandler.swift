internal import JupyterProtocol

/// Ignores the closing of a comm, since no comm is ever open.
struct CommCloseHandler: MessageHandler {
    func answer(_ content: CommClose, in exchange: Exchange) -> Answer { .verbatim(content) }
}
