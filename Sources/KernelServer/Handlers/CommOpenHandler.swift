internal import JupyterProtocol
internal import Logging

/// Closes a new comm at once, because this kernel has no comm targets.
///
/// - Source: jupyter_client, docs/messaging.rst, "Opening a Comm"; ipywidgets,
///   packages/schema/messages.md, "Control Widget messages".
struct CommOpenHandler: MessageHandler {
    /// Where questions about objects are asked.
    static let control = "jupyter.widget.control"

    func answer(_ content: CommOpen, in exchange: Exchange) -> Answer {
        guard content.targetName != Self.control else { return .verbatim(content) }
        exchange.logger.notice("closed a comm for \(content.targetName), which nobody takes")
        exchange.publish(CommClose(commID: content.commID))
        return .verbatim(content)
    }
}
