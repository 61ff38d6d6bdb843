internal import JupyterProtocol

/// Confirms the shutdown of the kernel, to all clients.
struct ShutdownHandler: MessageHandler {
    func answer(_ content: ShutdownRequest, in exchange: Exchange) -> Answer {
        let reply = ShutdownReply(restarts: content.restarts)
        exchange.publish(Reply.ok(reply))
        return .ok(reply)
    }
}
