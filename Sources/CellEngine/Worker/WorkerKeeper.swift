internal import Glibc
internal import Processes

/// The process from which all workers of a session and the processes started by their cells
/// descend.
///
/// It kills them as soon as this process releases it or ends.
final class WorkerKeeper: Sendable {
    /// The process.
    let process: ProcessHandle

    /// The line that keeps the keeper alive.
    private let leash: Channel

    /// Starts a keeper, which starts a worker.
    ///
    /// - Parameter configuration: the configuration of the worker.
    init(starting configuration: inout ProcessConfiguration) throws(ProcessError) {
        let (own, theirs) = try Channel.pair()
        configuration.descriptors.append(theirs.descriptor)
        configuration.leadsProcessGroup = true
        configuration.wakesAtParentsEnd = true
        process = try ProcessHandle(try ChildProcess(starting: configuration).identifier)
        leash = own
    }

    /// Releases the keeper, and waits until it and all its descendants are gone.
    func end(
        on loop: EventLoop, limits: [Wait: Duration],
        isolation: isolated (any Actor)? = #isolation
    ) async {
        // Without a word, the keeper removes the session's folder, as nobody else would.
        try? leash.send(ChannelFrame([0]))
        leash.descriptor.close()
        // A cell may have stopped it.
        process.send(signal: SIGCONT)
        let alarm = Alarm(.end, limits: limits) { self.process.send(signal: SIGKILL) }
        defer { alarm.cancel() }
        await process.waitForEnd(on: loop)
    }
}
