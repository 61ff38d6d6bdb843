internal import JSON
internal import JupyterProtocol

/// A message that has arrived, and may still turn out to be broken behind its header.
struct Arrival: Sendable {
    /// Where it arrived.
    let channel: KernelChannel

    /// Whom it comes from.
    let identities: [[UInt8]]

    /// Who sent it, when, and what it is.
    let header: Header

    /// The message, or why it could not be read.
    let message: Result<Message, JupyterProtocolError>

    /// What identifies the notebook's cell that a request is about, where the client says so.
    var cellID: String? {
        guard case .success(let message) = message else { return nil }
        return message.metadata["cellId"]?.string
    }

    /// What identifies the message that this one answers, where the client says so.
    var question: MessageID? {
        guard case .success(let message) = message else { return nil }
        return message.parentID
    }

    /// Reads what the message says.
    ///
    /// - Throws: `JupyterProtocolError`, which names the part or the field that is broken.
    func content<Content: MessageContent>(
        as type: Content.Type
    ) throws(JupyterProtocolError) -> Content {
        try message.get().content(as: type)
    }
}
