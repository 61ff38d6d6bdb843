internal import JupyterProtocol

/// Says what the kernel is.
struct KernelInfoHandler: MessageHandler {
    /// What it is.
    let info: KernelInfoReply

    func answer(_ content: KernelInfoRequest, in exchange: Exchange) -> Answer { .ok(info) }
}
