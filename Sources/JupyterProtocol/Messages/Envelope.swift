internal import JSON

/// A message as it stands on the wire, in parts that have not been read yet.
///
/// - Source: jupyter_client, docs/messaging.rst, "The Wire Protocol".
public struct Envelope: Sendable, Hashable {
    /// The frame between the identities and the message.
    private static let delimiter = Array("<IDS|MSG>".utf8)

    /// How many frames are read as JSON: header, parent header, metadata and content.
    private static let partCount = 4

    /// Whom the message comes from or goes to, or on iopub its topic.
    public let identities: [[UInt8]]

    /// The signature of the parts, as hexadecimal digits; empty where nothing is signed.
    public let signature: [UInt8]

    /// Header, parent header, metadata and content, as JSON text.
    public let parts: [[UInt8]]

    /// Bytes that travel with the message as they are.
    public let buffers: [[UInt8]]

    /// Finds the parts among the frames of a message.
    ///
    /// - Throws: `JupyterProtocolError.malformedMessage` where there are too few.
    public init(frames: [[UInt8]]) throws(JupyterProtocolError) {
        guard let position = frames.firstIndex(of: Self.delimiter) else {
            throw .malformedMessage(problem: "none of its \(frames.count) frames is <IDS|MSG>")
        }
        let rest = frames[(position + 1)...]
        guard rest.count > Self.partCount else {
            throw .malformedMessage(
                problem: "5 frames or more should follow <IDS|MSG>, but \(rest.count) do")
        }
        identities = Array(frames[..<position])
        signature = frames[position + 1]
        parts = Array(rest.dropFirst().prefix(Self.partCount))
        buffers = Array(rest.dropFirst(1 + Self.partCount))
    }

    /// Writes and signs a message.
    public init(_ message: Message, signedBy signer: Signer) {
        identities = message.identities
        parts = [message.header.json, message.parentHeader, message.metadata, message.content]
            .map { JSONValue.object($0).bytes(style: .wire) }
        signature = signer.signature(of: parts)
        buffers = message.buffers
    }

    /// The frames that go over the wire.
    public var frames: [[UInt8]] {
        identities + [Self.delimiter, signature] + parts + buffers
    }

    /// Checks the signature.
    ///
    /// - Throws: `JupyterProtocolError.invalidSignature`.
    public func verify(with signer: Signer) throws(JupyterProtocolError) {
        guard signer.accepts(signature, of: parts) else { throw .invalidSignature }
    }

    /// Reads the header alone, so that even a message that is broken elsewhere can be answered.
    ///
    /// - Throws: `JupyterProtocolError.malformedMessage`.
    public func header() throws(JupyterProtocolError) -> Header {
        try Header(try object(0, "header"))
    }

    /// Reads the message.
    ///
    /// - Throws: `JupyterProtocolError.malformedMessage`, which names the part that is broken.
    public func message() throws(JupyterProtocolError) -> Message {
        Message(
            identities: identities, header: try header(),
            parentHeader: try object(1, "parent header"), metadata: try object(2, "metadata"),
            content: try object(3, "content"), buffers: buffers)
    }

    /// Reads a part, which has to be an object.
    private func object(
        _ index: Int, _ name: String
    ) throws(JupyterProtocolError) -> JSONObject {
        let value: JSONValue
        do {
            value = try JSONValue(parsing: parts[index])
        } catch {
            throw .malformedMessage(problem: "its \(name) is \(error)")
        }
        guard case .object(let object) = value else {
            throw .malformedMessage(
                problem: "its \(name) should be an object, but is \(value.kind)")
        }
        return object
    }
}
