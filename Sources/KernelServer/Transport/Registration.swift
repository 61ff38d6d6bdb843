internal import JupyterProtocol
internal import ZeroMQ

/// Tells a launcher which ports a kernel has picked.
///
/// - Source: JEP 66.
enum Registration {
    /// How long the launcher may take to answer.
    private static let patience = Duration.seconds(5)

    /// What the one socket is for.
    private enum Line: Hashable, Sendable {
        /// The line to the launcher.
        case launcher
    }

    /// Tells the ports and waits until they were taken.
    ///
    /// - Throws: `KernelServerError` where the launcher does not answer, or not as it should.
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
