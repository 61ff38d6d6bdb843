internal import JupyterProtocol

/// Creates a subshell.
struct CreateSubshellHandler: MessageHandler {
    /// The services that the handler uses.
    let services: Services

    func answer(_ content: CreateSubshellRequest, in exchange: Exchange) -> Answer {
        .ok(CreateSubshellReply(subshellID: services.subshells.create().identifier))
    }
}
