internal import JSON
internal import JupyterProtocol

extension KernelEvent {
    /// Creates an event from a message.
    ///
    /// A message whose content does not match its type becomes `malformed`, so that a client
    /// waiting for it can report the problem.
    init(_ message: Message) {
        do {
            self.init(parent: message.parentID, try Content(message))
        } catch {
            self.init(parent: message.parentID, .malformed("\(error)"))
        }
    }
}

extension KernelEvent.Content {
    /// Creates an event from a message, or throws if its content is malformed.
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

    /// Decodes text written to a stream, without `Decodable` for speed: cells write tens of
    /// thousands of them.
    private static func stream(_ message: Message) throws(JupyterProtocolError) -> StreamContent {
        guard let name = message.content["name"]?.string.flatMap(StreamContent.Name.init),
            let text = message.content["text"]?.string
        else { return try message.content() }
        return StreamContent(name: name, text: text)
    }

    /// Decodes a status, without `Decodable` for speed: there are two per request.
    private static func state(_ message: Message) throws(JupyterProtocolError) -> Status.State {
        guard let name = message.content["execution_state"]?.string,
            let state = Status.State(rawValue: name)
        else { return try message.content(as: Status.self).state }
        return state
    }

    /// Returns a display after checking that notebooks may contain its representations.
    private static func checked(
        _ display: DisplayData, of message: Message
    ) throws(JupyterProtocolError) -> DisplayData {
        if let problem = DisplayForms.problem(in: display) {
            throw .malformedContent(type: message.header.typeName, problem: problem)
        }
        return display
    }
}
