internal import JupyterProtocol
internal import Logging

/// Closes a new comm at once, because this kernel has no comm targets.
///
/// - Source: jupyter_client, docs/messaging.rst, "Opening a Comm".
struct CommOpenHandler: MessageHandler {
    func answer(_ content: CommOpen, in exchange: Exchange) -> Answer {
        exchange.logger.notice("closed a comm for \(content.targetName), which nobody takes")
        exchange.publish(CommClose(commID: content.commID))
        return .verbatim(content)
    }
}
