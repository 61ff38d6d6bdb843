internal import JupyterProtocol

/// Replies with the description of the kernel.
struct KernelInfoHandler: MessageHandler {
    /// The description.
    let info: KernelInfoReply

    func answer(_ content: KernelInfoRequest, in exchange: Exchange) -> Answer { .ok(info) }
}
