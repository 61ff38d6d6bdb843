internal import Glibc
internal import Processes

/// The process that all workers of a session and whatever their cells have started descend from.
///
/// It ends them as soon as this process lets go of it, also by its own end.
final class WorkerKeeper: Sendable {
    /// The process.
    let process: ProcessHandle

    /// What holds it: the end of a pipe.
    private let leash: Descriptor

    /// Starts a keeper, which starts a worker.
    ///
    /// - Parameter configuration: what the worker is to be.
    init(starting configuration: inout ProcessConfiguration) throws(ProcessError) {
        let pipe = try Descriptor.pipe()
        configuration.descriptors.append(pipe.reading)
        configuration.leadsProcessGroup = true
        configuration.wakesAtParentsEnd = true
        process = try ProcessHandle(try ChildProcess(starting: configuration).identifier)
        leash = pipe.writing
    }

    /// Lets go of it, and waits until it is gone, and all others with it.
    func end(
        on loop: EventLoop, limits: [Wait: Duration],
        isolation: isolated (any Actor)? = #isolation
    ) async {
        leash.close()
        // Where a cell has stopped it.
        process.send(signal: SIGCONT)
        let alarm = Alarm(.end, limits: limits) { self.process.send(signal: SIGKILL) }
        defer { alarm.cancel() }
        await process.waitForEnd(on: loop)
    }
}
