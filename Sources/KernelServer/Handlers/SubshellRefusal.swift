internal import JupyterProtocol

/// Says that there are no subshells; a client that hears nothing would wait for ever.
struct SubshellRefusal<Content: RequestContent>: MessageHandler {
    func answer(_ content: Content, in exchange: Exchange) throws -> Answer {
        throw KernelServerError.noSubshells
    }
}
