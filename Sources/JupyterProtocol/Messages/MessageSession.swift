public import JSON

/// A participant of the conversation, which creates and signs its messages.
public struct MessageSession: Sendable, Hashable {
    /// The identifier of the session.
    public let id: String

    /// The user name in the messages' headers.
    public let username: String

    /// The signer of the messages.
    public let signer: Signer

    /// Creates a session, by default with a random identifier.
    public init(
        id: String = UniqueIdentifier.random(), username: String = "kernel", signer: Signer
    ) {
        self.id = id
        self.username = username
        self.signer = signer
    }

    /// Creates the header of a new message.
    public func header(for type: MessageType) -> Header {
        Header(
            id: MessageID(rawValue: UniqueIdentifier.random()), typeName: type.rawValue,
            session: id, username: username, date: .now)
    }

    /// Creates a message.
    ///
    /// - Parameters:
    ///   - content: the content.
    ///   - parent: the header of the request that causes the message.
    ///   - identities: the identities of the receiver, or the topic on iopub.
    public func message(
        _ content: some MessageContent, parent: Header? = nil, identities: [[UInt8]] = [],
        metadata: JSONObject = [:]
    ) -> Message {
        Message(
            identities: identities, header: header(for: type(of: content).messageType),
            parentHeader: parent?.json ?? [:], metadata: metadata, content: .describing(content))
    }

    /// Returns the signed frames of a message.
    public func frames(of message: Message) -> [[UInt8]] {
        Envelope(message, signedBy: signer).frames
    }
}
