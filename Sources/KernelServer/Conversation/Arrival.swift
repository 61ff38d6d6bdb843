internal import JSON
internal import JupyterProtocol

/// A received message with a valid header, whose other parts may be malformed.
struct Arrival: Sendable {
    /// The channel on which it arrived.
    let channel: KernelChannel

    /// The identities of the sender.
    let identities: [[UInt8]]

    /// The header of the message.
    let header: Header

    /// The message, or the error of decoding it.
    let message: Result<Message, JupyterProtocolError>

    /// The identifier of a subshell to which the message is addressed, but which does not exist.
    var unknownSubshell: String?

    /// The ID of the notebook's cell that a request concerns, or `nil` if the client does not send
    /// it.
    var cellID: String? {
        guard case .success(let message) = message else { return nil }
        return message.metadata["cellId"]?.string
    }

    /// The ID of the request that this message answers, or `nil` if the client does not send it.
    var question: MessageID? {
        guard case .success(let message) = message else { return nil }
        return message.parentID
    }

    /// Decodes the content of the message.
    ///
    /// - Throws: `JupyterProtocolError` with the malformed part or field.
    func content<Content: MessageContent>(
        as type: Content.Type
    ) throws(JupyterProtocolError) -> Content {
        try message.get().content(as: type)
    }

    /// Decodes the content of the message, or returns the error with the malformed part or field.
    func decoded<Content: MessageContent>(
        as type: Content.Type
    ) -> Result<Content, JupyterProtocolError> {
        Result { () throws(JupyterProtocolError) in try content(as: type) }
    }
}
