public import JSON

/// A message between a kernel and a client.
public struct Message: Sendable, Hashable {
    /// The identities of the sender or receiver, or the topic on iopub.
    public var identities: [[UInt8]]

    /// The header of the message.
    public var header: Header

    /// The header of the request that caused this message, unchanged; empty if there was none.
    public var parentHeader: JSONObject

    /// The metadata of the message.
    public var metadata: JSONObject

    /// The content of the message.
    public var content: JSONObject

    /// The binary buffers after the content; signatures do not cover them.
    public var buffers: [[UInt8]]

    /// Creates a message from its parts.
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

    /// The identifier of the request that caused this message, or `nil` if there was none.
    public var parentID: MessageID? {
        parentHeader["msg_id"]?.string.map(MessageID.init(rawValue:))
    }

    /// Decodes the content as that of a message type.
    ///
    /// - Throws: `JupyterProtocolError.malformedContent` with the type and the field.
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
