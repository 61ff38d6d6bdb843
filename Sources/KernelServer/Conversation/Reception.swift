internal import JupyterProtocol
internal import Synchronization

/// Lets in the messages that are signed with the right key, each once.
///
/// A class, because the history is large and must never be copied.
final class Reception: Sendable {
    /// Who checks signatures.
    private let signer: Signer

    /// The signatures of messages that were let in.
    private let history = Mutex(SignatureHistory())

    /// Makes a reception that has let in nobody yet.
    init(signer: Signer) {
        self.signer = signer
    }

    /// Reads a message as far as its header.
    ///
    /// - Throws: `JupyterProtocolError` where there is nobody who could be answered.
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
