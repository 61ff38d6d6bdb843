internal import Evaluation
internal import JupyterProtocol

/// Deletes a subshell; its cells that have arrived are still run.
struct DeleteSubshellHandler: MessageHandler {
    /// The services that the handler uses.
    let services: Services

    func answer(_ content: DeleteSubshellRequest, in exchange: Exchange) async throws -> Answer {
        guard services.subshells.remove(content.subshellID) else {
            throw KernelServerError.unknownSubshell(content.subshellID)
        }
        await services.evaluator.closeSubshell(content.subshellID)
        return .ok(DeleteSubshellReply())
    }
}
