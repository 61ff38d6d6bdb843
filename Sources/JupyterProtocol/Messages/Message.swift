public import JSON

/// A message between a kernel and a client.
public struct Message: Sendable, Hashable {
    /// Whom the message comes from or goes to, or on iopub its topic.
    public var identities: [[UInt8]]

    /// Who sent the message, when, and what it is.
    public var header: Header

    /// The header of the request that led to this message, as it was received; empty where none did.
    public var parentHeader: JSONObject

    /// What may be known about the message besides.
    public var metadata: JSONObject

    /// What the message says.
    public var content: JSONObject

    /// Bytes that travel with the message as they are; signatures do not cover them.
    public var buffers: [[UInt8]]

    /// Makes a message of its parts.
    public init(
        identities: [[UInt8]] = [], header: Header, parentHeader: JSONObject = [:],
        metadata: JSONObject = [:], content: JSONObject, buffers: [[UInt8]] = []
    ) {
        self.identities = identities
        self.header = header
        self.parentHeader = parentHeader
        self.metadata = metadata
        self.content = content
        self.buffers = buffers
    }

    /// The type of the message.
    public var type: MessageType { header.type }

    /// What identifies the request that led to this message.
    public var parentID: MessageID? {
        parentHeader["msg_id"]?.string.map(MessageID.init(rawValue:))
    }

    /// Reads the content as that of a type of message.
    ///
    /// - Throws: `JupyterProtocolError.malformedContent`, which names the type and the field.
    public func content<Content: MessageContent>(
        as type: Content.Type = Content.self
    ) throws(JupyterProtocolError) -> Content {
        do {
            return try JSONValue.object(content).decoded(as: type)
        } catch {
            throw .malformedContent(type: header.typeName, problem: "\(error)")
        }
    }
}
