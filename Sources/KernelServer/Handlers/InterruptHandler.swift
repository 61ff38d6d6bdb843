internal import JupyterProtocol

/// Interrupts the running cell, if any.
struct InterruptHandler: MessageHandler {
    /// The services that pass the interrupt on.
    let services: Services

    func answer(_ content: InterruptRequest, in exchange: Exchange) async -> Answer {
        await services.interrupt()
        return .ok(InterruptReply())
    }
}
