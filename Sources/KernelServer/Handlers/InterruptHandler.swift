internal import JupyterProtocol

/// Asks the running cell to end; there need not be one.
struct InterruptHandler: MessageHandler {
    /// Who passes it on.
    let services: Services

    func answer(_ content: InterruptRequest, in exchange: Exchange) async -> Answer {
        await services.interrupt()
        return .ok(InterruptReply())
    }
}
