internal import JupyterProtocol

/// Lists the subshells.
struct ListSubshellHandler: MessageHandler {
    /// The services that the handler uses.
    let services: Services

    func answer(_ content: ListSubshellRequest, in exchange: Exchange) -> Answer {
        .ok(ListSubshellReply(subshellIDs: services.subshells.identifiers))
    }
}
