internal import JupyterProtocol

/// Replies that subshells are not supported; without a reply, the client would wait forever.
struct SubshellRefusal<Content: RequestContent>: MessageHandler {
    func answer(_ content: Content, in exchange: Exchange) throws -> Answer {
        throw KernelServerError.noSubshells
    }
}
