internal import JupyterProtocol
internal import Logging

/// Says that no comm is open.
struct CommInfoHandler: MessageHandler {
    func answer(_ content: CommInfoRequest, in exchange: Exchange) -> Answer {
        .ok(CommInfoReply(comms: [:]))
    }
}

/// Closes a comm at once: nobody in this kernel takes any.
///
/// - Source: jupyter_client, docs/messaging.rst, "Opening a Comm".
struct CommOpenHandler: MessageHandler {
    func answer(_ content: CommOpen, in exchange: Exchange) -> Answer {
        exchange.logger.notice("closed a comm for \(content.targetName), which nobody takes")
        exchange.publish(CommClose(commID: content.commID))
        return .verbatim(content)
    }
}

/// Notes what was said on a comm that is not open.
struct CommMessageHandler: MessageHandler {
    func answer(_ content: CommMessage, in exchange: Exchange) -> Answer {
        exchange.logger.notice("ignored a message on comm \(content.commID), which is not open")
        return .verbatim(content)
    }
}

/// Does nothing more: a comm that is closed was never open.
struct CommCloseHandler: MessageHandler {
    func answer(_ content: CommClose, in exchange: Exchange) -> Answer { .verbatim(content) }
}
