internal import JupyterClient
internal import NotebookDocument
internal import NotebookRunner
internal import Processes
internal import Synchronization

/// A batch of notebooks, some of which run concurrently, until all are done or stopped.
final class NotebookBatch: Sendable {
    /// The state that the jobs share.
    private struct State {
        /// The stop switches of the running jobs.
        var switches: [Int: StopSwitch] = [:]
        /// The signal that stopped the batch, or 0.
        var signal: Int32 = 0
        /// The numbers of the places that running jobs take, of which there are as many as may run at
        /// the same time.
        var places: [Int: Int] = [:]
    }

    /// The notebooks, in order.
    private let jobs: [NotebookJob]

    /// The maximum number of concurrent jobs.
    private let width: Int

    /// The terminal.
    private let terminal: Terminal

    /// The processors for all jobs.
    private let processors = Processors.allowed

    /// The state that the jobs share.
    private let state = Mutex(State())

    /// Takes jobs.
    init(_ jobs: [NotebookJob], width: Int, terminal: Terminal) {
        self.jobs = jobs
        self.width = width
        self.terminal = terminal
    }

    /// Runs the jobs and returns their results in order, without those that never started.
    func run() async throws(ProcessError) -> [NotebookJob.Result] {
        SystemMemory.shareHeap()
        let loop = try EventLoop()
        let watch = SignalWatch()
        let watching = Task { for await signal in watch.signals { stop(because: signal) } }
        defer { watching.cancel() }
        return await withTaskGroup(of: (Int, NotebookJob.Result).self) { group in
            var results: [Int: NotebookJob.Result] = [:]
            for index in jobs.indices {
                if index >= width, let (done, result) = await group.next() {
                    results[done] = result
                    state.withLock { _ = $0.places.removeValue(forKey: done) }
                }
                guard let stage = stage(for: index, loop: loop) else { break }
                group.addTask { [jobs] in (index, await jobs[index].run(on: stage)) }
            }
            for await (done, result) in group { results[done] = result }
            return results.sorted { $0.key < $1.key }.map(\.value)
        }
    }

    /// Returns a summary of the cells of all jobs.
    func summary(of results: [NotebookJob.Result]) -> RunSummary {
        RunSummary(results.flatMap(\.verdict.reports))
    }

    /// Prepares a job, unless the batch was stopped.
    private func stage(for index: Int, loop: EventLoop) -> NotebookJob.Stage? {
        let stopSwitch = StopSwitch()
        let (mayBegin, place) = state.withLock { state in
            state.switches[index] = stopSwitch
            let place = (0..<width).first { !state.places.values.contains($0) } ?? 0
            state.places[index] = place
            return (state.signal == 0, place)
        }
        guard mayBegin else { return nil }
        return NotebookJob.Stage(
            loop: loop, terminal: terminal,
            label: width > 1 && jobs.count > 1 ? jobs[index].file.path : "",
            number: index, processors: Processors.share(place, of: width, among: processors),
            stopSwitch: stopSwitch, signal: { self.state.withLock(\.signal) })
    }

    /// Stops all jobs; a second signal does not wait for their cells.
    private func stop(because signal: Int32) {
        let switches = state.withLock { state in
            if state.signal == 0 { state.signal = signal }
            return Array(state.switches.values)
        }
        for stopSwitch in switches { stopSwitch.stop() }
    }
}
