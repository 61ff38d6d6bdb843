internal import JupyterProtocol

/// Replies with the ports of the kernel.
struct ConnectHandler: MessageHandler {
    /// The ports.
    let ports: KernelPorts

    func answer(_ content: ConnectRequest, in exchange: Exchange) -> Answer {
        .ok(ConnectReply(ports))
    }
}
