internal import JupyterProtocol
internal import Synchronization

/// A filter that accepts each correctly signed message once.
///
/// It is a class because the history is large and must not be copied.
final class Reception: Sendable {
    /// The verifier of signatures.
    private let signer: Signer

    /// The signatures of accepted messages.
    private let history = Mutex(SignatureHistory())

    /// Creates a filter with an empty history.
    init(signer: Signer) {
        self.signer = signer
    }

    /// Verifies a message and decodes its header.
    ///
    /// - Throws: `JupyterProtocolError` if the message cannot even be answered.
    func admit(
        _ frames: [[UInt8]], from channel: KernelChannel
    ) throws(JupyterProtocolError) -> Arrival {
        let envelope = try Envelope(frames: frames)
        try envelope.verify(with: signer)
        let isNew = history.withLock { $0.insert(envelope.signature) }
        guard isNew || !signer.isChecking else { throw .repeatedSignature }
        let header = try envelope.header()
        let message = Result { () throws(JupyterProtocolError) in try envelope.message() }
        return Arrival(
            channel: channel, identities: envelope.identities, header: header, message: message)
    }
}
