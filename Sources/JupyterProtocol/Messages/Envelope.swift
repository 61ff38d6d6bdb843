public import JSON

/// A message in its wire format, with its parts still unparsed.
///
/// - Source: jupyter_client, docs/messaging.rst, "The Wire Protocol".
public struct Envelope: Sendable, Hashable {
    /// The frame between the identities and the signature.
    private static let delimiter = Array("<IDS|MSG>".utf8)

    /// The JSON text of an empty object.
    private static let emptyObject = Array("{}".utf8)

    /// The number of JSON frames: header, parent header, metadata and content.
    private static let partCount = 4

    /// The identities of the sender or receiver, or the topic on iopub.
    public let identities: [[UInt8]]

    /// The signature of the parts in hexadecimal; empty if messages are not signed.
    public let signature: [UInt8]

    /// The header, parent header, metadata and content as JSON text.
    public let parts: [[UInt8]]

    /// The binary buffers after the content.
    public let buffers: [[UInt8]]

    /// Splits the frames of a message into its parts.
    ///
    /// - Throws: `JupyterProtocolError.malformedMessage` if there are too few frames.
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

    /// Encodes and signs a message.
    public init(_ message: Message, signedBy signer: Signer) {
        identities = message.identities
        parts = [message.header.json, message.parentHeader, message.metadata, message.content]
            .map { JSONValue.object($0).bytes(style: .wire) }
        signature = signer.signature(of: parts)
        buffers = message.buffers
    }

    /// The frames of the message on the wire.
    public var frames: [[UInt8]] {
        identities + [Self.delimiter, signature] + parts + buffers
    }

    /// Verifies the signature.
    ///
    /// - Throws: `JupyterProtocolError.invalidSignature` if it does not match.
    public func verify(with signer: Signer) throws(JupyterProtocolError) {
        guard signer.accepts(signature, of: parts) else { throw .invalidSignature }
    }

    /// Decodes only the header, so that a message that is malformed elsewhere can still be
    /// answered.
    ///
    /// - Throws: `JupyterProtocolError.malformedMessage` if the header is malformed.
    public func header() throws(JupyterProtocolError) -> Header {
        try Header(try object(0, "header"))
    }

    /// Decodes the message.
    ///
    /// - Throws: `JupyterProtocolError.malformedMessage` with the malformed part.
    public func message() throws(JupyterProtocolError) -> Message {
        try message(parentHeader: parentHeader())
    }

    /// Decodes the message, given its decoded parent header.
    ///
    /// - Throws: `JupyterProtocolError.malformedMessage`, which names the malformed part.
    public func message(parentHeader: JSONObject) throws(JupyterProtocolError) -> Message {
        Message(
            identities: identities, header: try header(), parentHeader: parentHeader,
            metadata: try object(2, "metadata"), content: try object(3, "content"),
            buffers: buffers)
    }

    /// Decodes the parent header alone.
    ///
    /// - Throws: `JupyterProtocolError.malformedMessage`.
    public func parentHeader() throws(JupyterProtocolError) -> JSONObject {
        try object(1, "parent header")
    }

    /// Decodes a part, which must be an object.
    private func object(
        _ index: Int, _ name: String
    ) throws(JupyterProtocolError) -> JSONObject {
        // Most metadata are empty.
        if parts[index] == Self.emptyObject { return [:] }
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
