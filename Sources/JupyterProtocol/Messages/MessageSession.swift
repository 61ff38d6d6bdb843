public import JSON

/// A process that takes part in a conversation: makes its messages and signs them.
public struct MessageSession: Sendable, Hashable {
    /// What identifies the process to its peers.
    public let id: String

    /// On whose behalf it speaks.
    public let username: String

    /// How its messages are signed.
    public let signer: Signer

    /// Begins a session under an identifier of its own.
    public init(
        id: String = UniqueIdentifier.random(), username: String = "kernel", signer: Signer
    ) {
        self.id = id
        self.username = username
        self.signer = signer
    }

    /// Makes the header of a new message.
    public func header(for type: MessageType) -> Header {
        Header(
            id: MessageID(rawValue: UniqueIdentifier.random()), typeName: type.rawValue,
            session: id, username: username, date: .now)
    }

    /// Makes a message.
    ///
    /// - Parameters:
    ///   - content: what it says.
    ///   - parent: the header of the request that leads to it.
    ///   - identities: whom it goes to, or on iopub its topic.
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
