internal import JupyterProtocol
internal import Logging

/// Logs a message on a comm that is not open.
struct CommMessageHandler: MessageHandler {
    func answer(_ content: CommMessage, in exchange: Exchange) -> Answer {
        exchange.logger.notice("ignored a message on comm \(content.commID), which is not open")
        return .verbatim(content)
    }
}
