internal import JupyterProtocol

extension KernelEvent {
    /// Reads what a message says.
    ///
    /// One whose content has another shape than its type asks for becomes `malformed`, so that
    /// nobody waits for it in vain without a trace.
    init(_ message: Message) {
        do {
            self.init(parent: message.parentID, try Content(message))
        } catch {
            self.init(parent: message.parentID, .malformed("\(error)"))
        }
    }
}

extension KernelEvent.Content {
    /// Reads what a message says.
    fileprivate init(_ message: Message) throws(JupyterProtocolError) {
        switch message.type {
        case .status: self = .status(try message.content(as: Status.self).state)
        case .executeInput: self = .input(try message.content())
        case .stream: self = .stream(try message.content())
        case .displayData: self = .display(try message.content())
        case .updateDisplayData:
            self = .displayUpdate(try message.content(as: UpdateDisplayData.self).display)
        case .executeResult: self = .result(try message.content())
        case .error: self = .error(try message.content())
        case .clearOutput: self = .clearOutput(try message.content())
        case .executeReply: self = .executeReply(try message.content())
        case .inputRequest: self = .inputRequest(try message.content())
        default: self = .other(message)
        }
    }
}
