internal import JupyterProtocol

/// Logs a message on a comm that is not open.
struct CommMessageHandler: MessageHandler {
    func answer(_ content: CommMessage, in exchange: Exchange) -> Answer { .verbatim(content) }
}
