internal import JupyterProtocol
internal import ZeroMQ

/// The announcement of a kernel's ports to its launcher.
///
/// - Source: JEP 66.
enum Registration {
    /// The time that the launcher may take to answer.
    private static let patience = Duration.seconds(5)

    /// The channel of the single socket.
    private enum Line: Hashable, Sendable {
        /// The connection to the launcher.
        case launcher
    }

    /// Announces the ports and waits for the acknowledgement.
    ///
    /// - Throws: `KernelServerError` if the launcher does not answer, or answers incorrectly.
    static func announce(_ ports: KernelPorts, to registration: RegistrationFile) async throws {
        let socket = try Socket(.dealer, in: try Context())
        try socket.connect(to: Endpoint(rawValue: registration.endpoint))
        let (answers, continuation) = AsyncStream.makeStream(of: [Frame].self)
        let thread = try SocketThread(
            named: "registration", sockets: [Line.launcher: socket],
            delegate: .init(
                didReceive: { _, frames in continuation.yield(frames) }, didFail: { _, _ in }))
        thread.send(registration.announcement(of: ports), on: .launcher)
        let waiting = Task {
            try? await Task.sleep(for: patience)
            continuation.finish()
        }
        defer { waiting.cancel() }
        guard let answer = await answers.first(where: { _ in true }) else {
            throw KernelServerError.silentLauncher(endpoint: registration.endpoint)
        }
        do {
            try registration.checkAcknowledgement(answer)
        } catch {
            throw KernelServerError.unclearLauncher(
                endpoint: registration.endpoint, cause: "\(error)")
        }
    }
}
