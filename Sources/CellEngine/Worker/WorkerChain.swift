internal import CellProtocol
internal import Evaluation
internal import Glibc
internal import Logging
internal import Processes

/// The worker processes of a session: the one that runs the next cell, and those from which it was
/// forked, each with the state before a cell.
///
/// All work is done on the engine's event loop, so that output, messages and exits are handled in
/// the order in which they happened.
actor WorkerChain {
    /// The paths of the engine's parts.
    private let configuration: EngineConfiguration

    /// The thread on which the actor runs.
    let loop: EventLoop

    /// The standard streams of all processes.
    private let pipes: OutputPipes

    /// The processes, the oldest first; the last holds the session.
    private var links: [WorkerLink] = []

    /// The number of processes so far.
    private var generationCount = 0

    /// The processes whose channels are closed.
    private var closedGenerations: Set<Int> = []

    /// The process from which all others descend and which ends them, or `nil` if there is none.
    private var keeper: WorkerKeeper?

    /// Indicates whether the streams are being read.
    private var isListening = false

    /// Indicates whether the last started process has reported that it is ready; one that has not
    /// would probably fail the next time as well.
    private var canStart = false

    /// The running cell, or `nil` if there is none.
    private var execution: CellExecution?

    /// The receiver of the output of the cell that ran last: threads that it has started may still
    /// write.
    private var lastObserver: (any OutputReceiver)?

    /// The current receiver of output.
    private var observer: (any OutputReceiver)? { execution?.observer ?? lastObserver }

    nonisolated var unownedExecutor: UnownedSerialExecutor { loop.asUnownedSerialExecutor() }

    /// Indicates whether the session has ended, so that no process may be started.
    private var isShutDown = false

    /// The folder of the session, which is removed even if this process is killed.
    private let sessionFolder: String

    /// What the worker relies on that does not hold here; empty until the worker is ready.
    private(set) var givenUp: [RuntimeAssumption] = [] {
        didSet {
            guard givenUp != oldValue else { return }
            for assumption in givenUp {
                log.warning(
                    "\(assumption.rawValue) does not hold here: \(assumption.consequence)")
            }
        }
    }

    /// Where faults are noted.
    private let log: Logger

    /// The folder for the temporary files of cells.
    private let temporaryFolder: String

    /// Creates a chain without processes.
    init(
        configuration: EngineConfiguration, sessionFolder: String, temporaryFolder: String,
        loop: EventLoop, log: Logger
    ) throws(ProcessError) {
        self.log = log
        self.sessionFolder = sessionFolder
        self.configuration = configuration
        self.temporaryFolder = temporaryFolder
        self.loop = loop
        pipes = try OutputPipes()
    }

    // MARK: State

    /// The number of the process that runs the next cell, or `nil` if there is none.
    var generation: Int? { links.last?.generation }

    /// The ID of the process that holds the session, or `nil` if there is none.
    var process: Int32? { links.last?.process.identifier }

    /// The numbers of all processes, the oldest first.
    var generations: [Int] { links.map(\.generation) }

    /// The IDs of all processes, the oldest first.
    var processes: [Int32] { links.map(\.process.identifier) }

    /// Indicates whether a cell is running.
    var isRunning: Bool { execution != nil }

    /// Starts the first process if there is none.
    func start() throws {
        guard links.isEmpty else { return }
        guard !isShutDown else {
            throw EngineError.cannotStart(part: "worker process", cause: "the session has ended")
        }
        if !isListening { for stream in pipes.streams { listen(to: stream) } }
        isListening = true
        let (own, theirs) = try Channel.pair()
        var process = ProcessConfiguration(
            executable: configuration.workerExecutable,
            arguments: [sessionFolder] + configuration.brokenAssumptions.map(\.rawValue),
            environment: WorkerEnvironment.make(temporaryFolder: temporaryFolder),
            workingDirectory: configuration.workingDirectory,
            descriptors: [nil] + pipes.writing + [theirs.descriptor])
        let keeper = try WorkerKeeper(starting: &process)
        self.keeper = keeper
        // Until the worker reports its ID, the keeper takes its place.
        let link = WorkerLink(
            generation: nextGeneration(), process: keeper.process, line: MessageChannel(own))
        links = [link]
        listen(to: link.line, generation: link.generation)
        Alarm(.workerStart, limits: configuration.waitLimits) {
            guard self.links.first?.process.identifier == keeper.process.identifier else { return }
            keeper.process.send(signal: SIGKILL)
        }
    }

    /// Returns a new number for a process.
    private func nextGeneration() -> Int {
        generationCount += 1
        return generationCount
    }

    // MARK: Running

    /// Runs a cell, and returns when it or its process has ended.
    ///
    /// - Parameter expected: the number of the process that holds the state on which the cell
    ///   depends.
    /// - Throws: `EngineError.sessionLost` if that process no longer holds the session.
    func run(
        _ run: CellRun, after expected: Int?, observer: any OutputReceiver
    ) async throws -> RunOutcome {
        try start()
        if let expected, links.last?.generation != expected { throw EngineError.sessionLost }
        guard let parent = links.last else {
            throw EngineError.cannotStart(part: "worker process", cause: "it ended at once")
        }
        let (own, theirs) = try Channel.pair()
        let line = MessageChannel<WorkerCommand, WorkerEvent>(own)
        let generation = nextGeneration()
        return await withCheckedContinuation { continuation in
            execution = CellExecution(
                observer: observer, continuation: continuation, parent: parent.generation,
                copy: generation)
            // If the channel is already closed, the task that reads it notices.
            try? parent.line.send(.run(run), descriptors: [theirs.descriptor])
            theirs.descriptor.close()
            listen(to: line, generation: generation)
            expectCopy(generation, within: .copy)
        }
    }

    /// Waits for a cell's process to be forked: at the limit, wakes the process that should fork,
    /// and at the next limit kills it.
    private func expectCopy(_ copy: Int, within wait: Wait, isLast: Bool = false) {
        execution?.alarm?.cancel()
        execution?.alarm = Alarm(wait, limits: configuration.waitLimits) {
            guard self.execution?.copy == copy, self.runningProcess == nil else { return }
            self.links.last?.process.send(signal: isLast ? SIGKILL : SIGCONT)
            if !isLast { self.expectCopy(copy, within: wait, isLast: true) }
        }
    }

    /// Interrupts the running cell: signals its process first, and kills it when the grace period
    /// has passed.
    func interrupt() {
        guard let execution else { return }
        self.execution?.isInterrupted = true
        // A process that is just being forked is signaled as soon as its ID is known.
        guard let process = runningProcess else {
            links.last?.process.send(signal: SIGCONT)
            return expectCopy(execution.copy, within: .copyAfterInterrupt, isLast: true)
        }
        // A cell that waits for input does not notice the interrupt, and has nothing to finish.
        let endsAtOnce = execution.isInterrupted || execution.isAsking && !execution.isInPlace
        guard !endsAtOnce else { return process.send(signal: SIGKILL) }
        askToEnd(process, cell: execution.copy)
    }

    /// Interrupts a process, and kills it when the grace period has passed.
    private func askToEnd(_ process: ProcessHandle, cell: Int) {
        process.send(signal: SIGINT)
        let grace = configuration.interruptGrace
        Task {
            for (pause, signal) in [(grace, SIGABRT), (Self.notingTime, SIGKILL)] {
                try? await Task.sleep(for: pause)
                // The process may be at another cell by now.
                guard execution?.copy == cell else { return }
                process.send(signal: signal)
            }
        }
    }

    /// How long a process may take to note where it is.
    private static let notingTime = Duration.milliseconds(300)

    /// The process that runs the cell under way.
    private var runningProcess: ProcessHandle? {
        guard let execution, let last = links.last else { return nil }
        return execution.isInPlace || last.generation != execution.parent ? last.process : nil
    }

    /// The channels of processes that will be told to leave, the oldest first.
    private var leaving: [MessageChannel<WorkerCommand, WorkerEvent>] = []

    /// Discards the oldest processes until the given number is left.
    func trim(to count: Int) {
        let isWaiting = !leaving.isEmpty
        while links.count > max(count, 2) { leaving.append(links.removeFirst().line) }
        guard !leaving.isEmpty, !isWaiting else { return }
        Task {
            // The system might prefer the process that is woken to end, which takes a millisecond,
            // to the thread that is about to report the cell's outcome.
            try? await Task.sleep(for: .milliseconds(3))
            sendAway()
        }
    }

    /// Lets the process go that the last one was forked from: nobody will come back to its state.
    ///
    /// The one before it takes its place.
    func mergeLast() {
        guard links.count > 1 else { return }
        let (parent, last) = (links[links.count - 2], links[links.count - 1])
        if links.count > 2 {
            let grandparent = links[links.count - 3]
            try? grandparent.line.send(.adopt(process: last.process.identifier))
        }
        links.remove(at: links.count - 2)
        try? parent.line.send(.leave)
    }

    /// Tells the processes in question to leave, each before the one forked from it: a process that
    /// sees its copy end before it is told itself treats that as a failure, and kills its
    /// descendants.
    private func sendAway() {
        for line in leaving { try? line.send(.leave) }
        leaving = []
    }

    /// Indicates whether the memory of the processes is being measured.
    private var isMeasuring = false

    /// Discards the oldest processes while those that only keep a state exceed a memory limit
    /// together.
    ///
    /// Measuring large processes takes a while, during which they cannot be forked. So it is done
    /// only once for all cells within a second, and only if it can matter.
    func trim(toMemory limit: Int) async {
        guard !isMeasuring else { return }
        isMeasuring = true
        defer { isMeasuring = false }
        let resident = links.dropLast().map {
            SystemMemory.residentMemory(of: $0.process.identifier)
        }
        guard resident.reduce(0, +) > limit, links.count > 2 else { return }
        try? await Task.sleep(for: .seconds(1))
        let waiting = links.dropLast().map(\.process.identifier)
        let sizes = await Task.detached { waiting.map(SystemMemory.privateMemory(of:)) }.value
        var sum = sizes.reduce(0, +)
        for (process, size) in zip(waiting, sizes) where sum > limit {
            guard links.count > 2, links.first?.process.identifier == process else { return }
            trim(to: links.count - 1)
            sum -= size
        }
    }

    /// Returns to the state of a process: kills all processes that were forked from it.
    func goBack(to generation: Int) async {
        while let last = links.last, last.generation > generation, links.count > 1 {
            last.process.send(signal: SIGKILL)
            await waitUntilGone(last.generation)
        }
    }

    /// The tasks that wait for processes to be gone, by number.
    private var goneWaiters: [Int: CheckedContinuation<Void, Never>] = [:]

    /// Waits until a process is no longer in the chain.
    private func waitUntilGone(_ generation: Int) async {
        await withCheckedContinuation { goneWaiters[generation] = $0 }
    }

    /// Ends all processes, and returns when they are gone.
    func shutDown() async {
        isShutDown = true
        let session = links.last
        links = []
        session?.process.send(signal: SIGKILL)
        end(.ended(.killed(signal: SIGKILL), nil))
        await keeper?.end(on: loop, limits: configuration.waitLimits)
        let waiters = goneWaiters.values
        goneWaiters = [:]
        for continuation in waiters { continuation.resume() }
    }

    // MARK: Listening

    /// Passes on the output of a stream as long as the engine lives.
    ///
    /// The first output of a cell is passed on at once. Afterwards there is a short pause, so that
    /// a cell that prints line by line does not cause a message per line.
    private func listen(to stream: OutputPipes.Stream) {
        Task {
            while true {
                await loop.waitUntilReadable(stream.reading)
                drain(stream, upTo: OutputPipes.Stream.mostInATurn)
                try? await Task.sleep(for: .milliseconds(5))
            }
        }
    }

    /// Reads what has been written to a stream so far: at most the capacity of the pipe, because a
    /// process that continues to write has to wait.
    private func drain(_ stream: OutputPipes.Stream) { drain(stream, upTo: stream.capacity) }

    /// Reads what has been written to a stream, up to a number of bytes.
    private func drain(_ stream: OutputPipes.Stream, upTo limit: Int) {
        var count = 0
        while count < limit, let bytes = stream.readAvailable() {
            observer?.take(bytes, from: stream.name)
            count += bytes.count
            // What arrives during the read is left for the next time.
            guard bytes.count == OutputPipes.Stream.mostAtOnce else { return }
        }
    }

    /// Handles the events of a process until its channel is closed.
    private func listen(
        to line: MessageChannel<WorkerCommand, WorkerEvent>, generation: Int
    ) {
        Task {
            while let (event, _) = try? await line.receive(on: loop) {
                // Everything printed before the event was sent is in the pipes by now.
                pipes.streams.forEach { drain($0) }
                handle(event, from: generation, on: line)
            }
            pipes.streams.forEach { drain($0) }
            lineClosed(of: generation)
        }
    }

    /// Handles an event.
    private func handle(
        _ event: WorkerEvent, from generation: Int,
        on line: MessageChannel<WorkerCommand, WorkerEvent>
    ) {
        switch event {
        case .ready(let process, let givenUp):
            self.givenUp = givenUp
            ready(process, generation: generation)
        case .started(let process, let isInPlace):
            started(process, isInPlace: isInPlace, generation: generation, line: line)
        case .display(let bundle, let id): show(.display(bundle, id: id), line)
        case .replaceDisplay(let bundle, let id): show(.replaceDisplay(bundle, id: id), line)
        case .clearOutput(let waits): show(.clearOutput(waitsForNext: waits), line)
        case .result(let bundle, let type):
            execution?.result = RunOutcome.ShownResult(type: type)
            show(.result(bundle), line)
        case .comm(let signal): show(.comm(signal), line)
        case .redirect(let area, let clears): show(.redirect(area: area, clears: clears), line)
        case .readLine(let prompt, let isPassword):
            ask(InputPrompt(text: prompt, isPassword: isPassword), line)
        case .finished(let threads, let wasInterrupted):
            end(.finished(noticedInterrupt: wasInterrupted, threads: threads))
        case .failed(let failure):
            execution?.failure = failure
            // In place, there is no end of a process to wait for.
            if execution?.isInPlace == true { end(.failed(failure)) }
        case .childEnded(let status, let crash):
            childEnded(of: generation, ProcessExit(waitStatus: status), crash)
        }
    }

    /// Records the ID of the first process.
    private func ready(_ process: Int32, generation: Int) {
        canStart = true
        guard let handle = try? ProcessHandle(process),
            let index = links.firstIndex(where: { $0.generation == generation })
        else { return }
        links[index].process = handle
    }

    /// Records the process that runs the current cell.
    private func started(
        _ process: Int32, isInPlace: Bool, generation: Int,
        line: MessageChannel<WorkerCommand, WorkerEvent>
    ) {
        execution?.alarm?.cancel()
        execution?.isInPlace = isInPlace
        guard !isInPlace, let handle = try? ProcessHandle(process) else { return }
        links.append(WorkerLink(generation: generation, process: handle, line: line))
        if let execution, execution.isInterrupted { askToEnd(handle, cell: execution.copy) }
    }

    /// Passes on a display, and lets the cell continue.
    private func show(
        _ event: EvaluationEvent, _ line: MessageChannel<WorkerCommand, WorkerEvent>
    ) {
        observer?.take(event)
        try? line.send(.proceed)
    }

    /// Requests a line from the user and passes it to the cell.
    private func ask(_ prompt: InputPrompt, _ line: MessageChannel<WorkerCommand, WorkerEvent>) {
        // Between cells, nobody can provide input.
        guard let asking = execution else {
            try? line.send(.line(nil))
            return
        }
        execution?.isAsking = true
        Task {
            let answer = await asking.observer.line(at: prompt)
            guard execution?.copy == asking.copy else { return }
            execution?.isAsking = false
            switch answer {
            case .line(let text): try? line.send(.line(text))
            case .refused: try? line.send(.refuseInput)
            }
        }
    }

    // MARK: Ends

    /// Reports the end of the running cell to the task that waits for it.
    private func end(_ ending: RunOutcome.Ending) {
        guard let ended = execution else { return }
        execution = nil
        lastObserver = ended.observer
        ended.alarm?.cancel()
        ended.continuation.resume(
            returning: RunOutcome(
                ending: ending, isInPlace: ended.isInPlace, isInterrupted: ended.isInterrupted,
                result: ended.result))
    }

    /// Handles a process's report that the one forked from it has ended: the process holds the
    /// session again.
    private func childEnded(of generation: Int, _ exit: ProcessExit, _ crash: CrashReport?) {
        // A process that is about to leave does not decide which process holds the session.
        guard links.contains(where: { $0.generation == generation }) else { return }
        let gone = links.filter { $0.generation > generation }
        // If the child did not hold the session itself, the states after it can no longer be
        // reached.
        for link in gone.dropFirst() { link.process.send(signal: SIGKILL) }
        links.removeAll { $0.generation > generation }
        for link in gone { goneWaiters.removeValue(forKey: link.generation)?.resume() }
        guard let execution, execution.parent >= generation else { return }
        if execution.parent > generation { self.execution?.isInPlace = true }
        self.execution?.end = (exit, crash)
        concludeWhenHeardOut()
    }

    /// Ends the running cell if its process has ended and all of its messages have been received.
    private func concludeWhenHeardOut() {
        guard let execution, let (exit, crash) = execution.end,
            closedGenerations.contains(execution.copy)
        else { return }
        end(execution.failure.map { .failed($0) } ?? .ended(exit, crash))
    }

    /// Handles the closing of a process's channel: the process has ended, or was never started.
    ///
    /// The process from which it was forked reports how; for the first process, nobody can.
    private func lineClosed(of generation: Int) {
        closedGenerations.insert(generation)
        concludeWhenHeardOut()
        while let first = links.first, closedGenerations.contains(first.generation) {
            links.removeFirst()
            goneWaiters.removeValue(forKey: first.generation)?.resume()
        }
        concludeWhenDeserted()
        // The session continues in a new process, which is ready when the next cell arrives.
        guard links.isEmpty, !isShutDown else { return }
        let (keeper, loop, limits) = (keeper, loop, configuration.waitLimits)
        self.keeper = nil
        Task { await keeper?.end(on: loop, limits: limits) }
        guard canStart else { return }
        canStart = false
        try? start()
    }

    /// Ends the running cell as lost if no process is left that could report its end; otherwise
    /// waits for the report.
    private func concludeWhenDeserted() {
        guard let execution,
            closedGenerations.contains(execution.isInPlace ? execution.parent : execution.copy)
        else { return }
        if links.isEmpty {
            self.execution?.isInPlace = true
            end(.ended(.killed(signal: SIGKILL), nil))
        } else {
            expectNews(of: execution.copy)
        }
    }

    /// The number of limits for the report of a cell's end after which all processes are killed.
    private static let patience = 4

    /// Waits for a process to report the end of a cell's process.
    ///
    /// At the limit, the cell's process, which can report nothing more, is killed and the others
    /// are woken; after repeated limits, all are killed.
    private func expectNews(of copy: Int, tries: Int = 1) {
        execution?.alarm?.cancel()
        execution?.alarm = Alarm(.news, limits: configuration.waitLimits) {
            guard self.execution?.copy == copy else { return }
            for link in self.links {
                let isOver = tries == Self.patience || link.generation == copy
                link.process.send(signal: isOver ? SIGKILL : SIGCONT)
            }
            if tries < Self.patience { self.expectNews(of: copy, tries: tries + 1) }
        }
    }
}
