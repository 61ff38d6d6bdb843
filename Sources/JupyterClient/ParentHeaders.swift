internal import JSON
internal import JupyterProtocol
internal import Synchronization

/// Decodes the parent headers of messages; thousands of messages that one request led to have the
/// same, which is decoded once.
final class ParentHeaders: Sendable {
    /// The last parent header, as it was received and decoded.
    private let last: Mutex<(bytes: [UInt8], header: JSONObject)> = Mutex((Array("{}".utf8), [:]))

    /// Returns the parent header of a message.
    ///
    /// - Throws: `JupyterProtocolError.malformedMessage`.
    func parentHeader(of envelope: Envelope) throws(JupyterProtocolError) -> JSONObject {
        let bytes = envelope.parts[1]
        let known = last.withLock { $0.bytes == bytes ? $0.header : nil }
        if let known { return known }
        let header = try envelope.parentHeader()
        last.withLock { $0 = (bytes, header) }
        return header
    }
}
