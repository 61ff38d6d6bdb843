internal import JSON
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
        case .status: self = .status(try Self.state(message))
        case .executeInput: self = .input(try message.content())
        case .stream: self = .stream(try Self.stream(message))
        case .displayData: self = .display(try Self.checked(message.content(), of: message))
        case .updateDisplayData:
            let update = try message.content(as: UpdateDisplayData.self)
            self = .displayUpdate(try Self.checked(update.display, of: message))
        case .executeResult:
            let result = try message.content(as: ExecuteResult.self)
            _ = try Self.checked(result.display, of: message)
            self = .result(result)
        case .error: self = .error(try message.content())
        case .clearOutput: self = .clearOutput(try message.content())
        case .executeReply: self = .executeReply(try message.content())
        case .inputRequest: self = .inputRequest(try message.content())
        default: self = .other(message)
        }
    }

    /// Reads text written to a stream; by hand, because cells write tens of thousands of them.
    private static func stream(_ message: Message) throws(JupyterProtocolError) -> StreamContent {
        guard let name = message.content["name"]?.string.flatMap(StreamContent.Name.init),
            let text = message.content["text"]?.string
        else { return try message.content() }
        return StreamContent(name: name, text: text)
    }

    /// Reads a status; by hand, because there are two for every request.
    private static func state(_ message: Message) throws(JupyterProtocolError) -> Status.State {
        guard let name = message.content["execution_state"]?.string,
            let state = Status.State(rawValue: name)
        else { return try message.content(as: Status.self).state }
        return state
    }

    /// Returns something to show whose forms may stand in a notebook.
    private static func checked(
        _ display: DisplayData, of message: Message
    ) throws(JupyterProtocolError) -> DisplayData {
        if let problem = DisplayForms.problem(in: display) {
            throw .malformedContent(type: message.header.typeName, problem: problem)
        }
        return display
    }
}
