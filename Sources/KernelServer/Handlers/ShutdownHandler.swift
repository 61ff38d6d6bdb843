internal import JupyterProtocol

/// Says, also to everybody else, that the kernel will end.
struct ShutdownHandler: MessageHandler {
    func answer(_ content: ShutdownRequest, in exchange: Exchange) -> Answer {
        let reply = ShutdownReply(restarts: content.restarts)
        exchange.publish(Reply.ok(reply))
        return .ok(reply)
    }
}
