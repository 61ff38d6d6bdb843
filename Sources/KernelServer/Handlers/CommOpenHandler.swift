internal import JupyterProtocol
internal import Logging

/// Closes a new comm at once, because this kernel has no comm targets.
///
/// - Source: jupyter_client, docs/messaging.rst, "Opening a Comm"; ipywidgets,
///   packages/schema/messages.md, "Control Widget messages".
struct CommOpenHandler: MessageHandler {
    /// The target on which clients ask for the states of all widgets.
    static let control = "jupyter.widget.control"

    func answer(_ content: CommOpen, in exchange: Exchange) -> Answer {
        guard content.targetName != Self.control else { return .verbatim(content) }
        exchange.logger.notice("closed a comm for \(content.targetName), which nobody takes")
        exchange.publish(CommClose(commID: content.commID))
        return .verbatim(content)
    }
}
