internal import CellProtocol
internal import CellSession
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

    /// The order of the processes, and what the running cell waits for.
    private var chain = ProcessChain()

    /// The processes by number.
    private var links: [Int: WorkerLink] = [:]

    /// The timer of the current wait.
    private var alarm: Alarm?

    /// The process from which all others descend and which ends them, or `nil` if there is none.
    private var keeper: WorkerKeeper?

    /// The task that waits for the end of an earlier keeper.
    private var clearing: Task<Void, Never>?

    /// Indicates whether the streams are being read.
    private var isListening = false

    /// The running cell, or `nil` if there is none.
    private var execution: CellExecution?

    /// The receiver of the output of the cell that ran last: threads that it has started may still
    /// write.
    private var lastObserver: (any OutputReceiver)?

    /// The current receiver of output.
    private var observer: (any OutputReceiver)? { execution?.observer ?? lastObserver }

    nonisolated var unownedExecutor: UnownedSerialExecutor { loop.asUnownedSerialExecutor() }

    /// The folder of the session, which is removed even if this process is killed.
    private let sessionFolder: String

    /// The assumptions of the worker that do not hold here; empty until the worker is ready.
    private(set) var givenUp: [RuntimeAssumption] = [] {
        didSet {
            guard givenUp != oldValue else { return }
            for assumption in givenUp {
                log.warning(
                    "\(assumption.rawValue) does not hold here: \(assumption.consequence)")
            }
        }
    }

    /// The log of faults.
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

    /// The requests for branches that have not been answered, by number.
    private var requests: [Int: BranchRequest] = [:]

    /// The task that waits for the first process of this branch.
    private var settling: CheckedContinuation<Void, Never>?

    /// The number of the process that runs the next cell, or `nil` if there is none.
    var generation: Int? { chain.current }

    /// The ID of the process that holds the session, or `nil` if there is none.
    var process: Int32? { processes.last }

    /// The numbers of all processes, the oldest first.
    var generations: [Int] { chain.generations }

    /// The IDs of all processes, the oldest first.
    var processes: [Int32] { chain.generations.compactMap { links[$0]?.process.identifier } }

    /// Indicates whether a cell is running.
    var isRunning: Bool { chain.run != nil }

    // MARK: Effects

    /// Does what follows from an event, in the given order.
    private func perform(_ effects: [ProcessChain.Effect]) {
        for effect in effects {
            switch effect {
            // If it cannot be started, the next cell says why.
            case .start(let generation): try? launch(generation)
            case .signal(let generation, let signal):
                links[generation]?.process.send(signal: signal)
            case .limit(let limit): expect(within: limit)
            case .lift: alarm?.cancel()
            case .leave(let generation): leave(generation)
            case .adopt(let generation, let parent):
                guard let process = links[generation]?.process.identifier else { continue }
                try? links[parent]?.line.send(.adopt(process: process))
            case .conclude(let ending, let run): conclude(ending, run)
            case .wentBack:
                let waiting = goingBack
                goingBack = []
                waiting.forEach { $0.resume() }
            case .clear: clear()
            case .branch(let number, let generation):
                guard let request = requests.removeValue(forKey: number) else { continue }
                // If the process has ended, the channel of the branch closes.
                try? links[generation]?.line.send(.branch, descriptors: request.descriptors)
                request.continuation.resume()
            case .refuse(let number, let refusal):
                requests.removeValue(forKey: number)?.continuation.resume(throwing: refusal.error)
            case .settled:
                settling?.resume()
                settling = nil
            }
        }
        links = links.filter {
            chain.generations.contains($0.key) || chain.leaving.contains($0.key)
        }
    }

    /// Sets the time limit of the current wait.
    private func expect(within limit: ProcessChain.TimeLimit) {
        alarm?.cancel()
        alarm = Alarm(limit.wait, limits: configuration.waitLimits) {
            self.perform(self.chain.timeIsUp(limit))
        }
    }

    /// Ends everything that descends from the keeper.
    private func clear() {
        let (keeper, loop, limits) = (keeper, loop, configuration.waitLimits)
        let earlier = clearing
        self.keeper = nil
        clearing = Task {
            await earlier?.value
            await keeper?.end(on: loop, limits: limits)
        }
    }

    /// Reports the end of the running cell to the task that waits for it.
    private func conclude(_ ending: RunOutcome.Ending, _ run: ProcessChain.Run) {
        guard let ended = execution else { return }
        execution = nil
        lastObserver = ended.observer
        ended.continuation.resume(
            returning: RunOutcome(
                ending: ending, isInPlace: run.isInPlace, isInterrupted: run.isInterrupted,
                result: ended.result))
    }

    // MARK: Starting

    /// Starts the first process if there is none.
    func start() throws {
        guard !chain.isShutDown else {
            throw EngineError.cannotStart(part: "worker process", cause: "the session has ended")
        }
        for case .start(let generation) in chain.start() { try launch(generation) }
    }

    /// Starts the first process.
    private func launch(_ generation: Int) throws {
        do {
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
            let link = WorkerLink(process: keeper.process, line: MessageChannel(own))
            links[generation] = link
            listen(to: link.line, generation: generation)
            let limit = ProcessChain.TimeLimit.start(generation: generation)
            Alarm(limit.wait, limits: configuration.waitLimits) {
                self.perform(self.chain.timeIsUp(limit))
            }
        } catch {
            chain.noteThatNothingStarted()
            throw error
        }
    }

    // MARK: Branches

    /// Returns a chain of its own whose first process keeps a state of this one, or the state
    /// before the running cell: cells that run there do not affect this chain.
    ///
    /// - Parameter state: the number of the process with the state, or `nil` for the one that runs
    /// the next cell.
    /// - Throws: `EngineError.noEarlierState` if a cell is running in this process itself, and
    ///   `EngineError.sessionLost` if the process has ended.
    func branch(from state: Int?) async throws -> WorkerChain {
        try start()
        let branch = try WorkerChain(
            configuration: configuration, sessionFolder: sessionFolder,
            temporaryFolder: temporaryFolder, loop: loop, log: log)
        let (own, theirs) = try Channel.pair()
        let descriptors = [theirs.descriptor] + branch.pipes.writing
        // When the last process of the branch has ended, so do the streams.
        defer { descriptors.forEach { $0.close() } }
        let (number, effects) = chain.branch(from: state)
        try await withCheckedThrowingContinuation { continuation in
            requests[number] = BranchRequest(descriptors: descriptors, continuation: continuation)
            perform(effects)
        }
        try await branch.open(MessageChannel(own))
        return branch
    }

    /// Waits for the first process of this branch.
    private func open(_ line: MessageChannel<WorkerCommand, WorkerEvent>) async throws {
        let (chain, effects) = ProcessChain.branchedOff()
        self.chain = chain
        isListening = true
        for stream in pipes.streams { listen(to: stream) }
        for generation in chain.generations { listen(to: line, generation: generation) }
        await withCheckedContinuation { continuation in
            settling = continuation
            perform(effects)
        }
        if self.chain.current == nil { throw EngineError.sessionLost }
    }

    /// Ends all processes of this branch, and what its cells have started.
    func close() async {
        await withCheckedContinuation { continuation in
            goingBack.append(continuation)
            perform(chain.close())
        }
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
        if let expected, chain.current != expected { throw EngineError.sessionLost }
        let (own, theirs) = try Channel.pair()
        let line = MessageChannel<WorkerCommand, WorkerEvent>(own)
        guard let parent = chain.current.flatMap({ links[$0] }), let (copy, effects) = chain.begin()
        else {
            throw EngineError.cannotStart(part: "worker process", cause: "it ended at once")
        }
        return await withCheckedContinuation { continuation in
            execution = CellExecution(observer: observer, continuation: continuation)
            pace.speedUp()
            // If the channel is already closed, the task that reads it notices.
            try? parent.line.send(.run(run), descriptors: [theirs.descriptor])
            theirs.descriptor.close()
            listen(to: line, generation: copy)
            perform(effects)
            relieveMachine(during: copy)
        }
    }

    /// Interrupts the running cell: signals its process first, and kills it when the grace period
    /// has passed.
    func interrupt() {
        if isRunning { pace.slowDown() }
        perform(chain.interrupt())
    }

    // MARK: Discarding

    /// The channels of processes that will be told to leave, the oldest first.
    private var leaving: [MessageChannel<WorkerCommand, WorkerEvent>] = []

    /// Lets a process leave.
    ///
    /// The system might prefer the process that is woken to end, which takes a millisecond, to the
    /// thread that is about to report the cell's outcome.
    private func leave(_ generation: Int) {
        guard let line = links[generation]?.line else { return }
        leaving.append(line)
        guard leaving.count == 1 else { return }
        Task {
            try? await Task.sleep(for: .milliseconds(3))
            sendAway()
        }
    }

    /// Indicates whether the oldest state left because the states used too much memory, and not
    /// because there were too many.
    private(set) var hasLetGoForMemory = false

    /// Discards the oldest processes until the given number is left.
    func trim(to count: Int, forMemory: Bool = false) {
        let effects = chain.trim(to: count)
        if !effects.isEmpty { hasLetGoForMemory = forMemory }
        perform(effects)
    }

    /// Lets the process go that the last one was forked from: nobody will come back to its state.
    func mergeLast() { perform(chain.mergeLast()) }

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
        let resident = processes.dropLast().map(SystemMemory.residentMemory(of:))
        guard resident.reduce(0, +) > limit, resident.count > 1 else { return }
        try? await Task.sleep(for: .seconds(1))
        let waiting = processes.dropLast()
        let sizes = await Task.detached { waiting.map(SystemMemory.ownedMemory(of:)) }.value
        var sum = sizes.reduce(0, +)
        for (process, size) in zip(waiting, sizes) where sum > limit {
            guard processes.count > 2, processes.first == process else { return }
            trim(to: processes.count - 1, forMemory: true)
            sum -= size
        }
    }

    /// The time between two looks at the machine's memory, and the time that a discarded process
    /// may take to free its own.
    private static let interval = Duration.milliseconds(500)

    /// Discards the oldest processes, one after the other, while a cell runs and the machine is
    /// short of memory.
    private func relieveMachine(during copy: Int) {
        Task {
            while chain.run?.copy == copy {
                try? await Task.sleep(for: Self.interval)
                guard chain.generations.count > 2, configuration.isShortOfMemory() else { continue }
                trim(to: chain.generations.count - 1, forMemory: true)
            }
        }
    }

    /// The tasks that wait until the session has gone back.
    private var goingBack: [CheckedContinuation<Void, Never>] = []

    /// Returns to the state of a process: kills all processes that were forked from it.
    func goBack(to generation: Int) async {
        await withCheckedContinuation { continuation in
            goingBack.append(continuation)
            perform(chain.goBack(to: generation))
        }
    }

    /// Ends all processes, and returns when they are gone.
    func shutDown() async {
        perform(chain.shutDown())
        await clearing?.value
    }

    // MARK: Listening

    /// The pace at which output is read.
    private var pace = OutputPace()

    /// Passes on the output of a stream as long as the engine lives.
    ///
    /// The first output of a cell is passed on at once. Afterwards there is a short pause, so that
    /// a cell that prints line by line does not cause a message per line.
    private func listen(to stream: OutputPipes.Stream) {
        Task {
            while !chain.isShutDown {
                await loop.waitUntilReadable(stream.reading)
                let count = drain(stream, upTo: OutputPipes.Stream.mostInATurn)
                try? await Task.sleep(for: pace.pause(after: count))
            }
        }
    }

    /// Reads what has been written to a stream so far: at most the capacity of the pipe, because a
    /// process that continues to write has to wait.
    private func drain(_ stream: OutputPipes.Stream) {
        _ = pace.pause(after: drain(stream, upTo: stream.capacity))
    }

    /// Reads what has been written to a stream, up to a number of bytes, and returns their number.
    private func drain(_ stream: OutputPipes.Stream, upTo limit: Int) -> Int {
        var count = 0
        while count < limit, let bytes = stream.readAvailable() {
            observer?.take(bytes, from: stream.name)
            count += bytes.count
            // What arrives during the read is left for the next time.
            guard bytes.count == OutputPipes.Stream.mostAtOnce else { break }
        }
        return count
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
            perform(chain.lineClosed(of: generation))
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
            ready(process, generation: generation, line: line)
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
            perform(
                chain.finished(generation, noticedInterrupt: wasInterrupted, threads: threads))
        case .failed(let failure): perform(chain.failed(generation, failure))
        case .childEnded(let status, let crash):
            perform(chain.childEnded(of: generation, ProcessExit(waitStatus: status), crash))
        }
    }

    /// Records the ID of the first process.
    private func ready(
        _ process: Int32, generation: Int, line: MessageChannel<WorkerCommand, WorkerEvent>
    ) {
        if let handle = try? ProcessHandle(process) {
            links[generation] = WorkerLink(process: handle, line: line)
        }
        perform(chain.noteReady())
    }

    /// Records the process that runs the current cell.
    private func started(
        _ process: Int32, isInPlace: Bool, generation: Int,
        line: MessageChannel<WorkerCommand, WorkerEvent>
    ) {
        // For a process that has ended by now there is no handle; its end is reported.
        if !isInPlace, let handle = try? ProcessHandle(process) {
            links[generation] = WorkerLink(process: handle, line: line)
        }
        perform(chain.started(generation, isInPlace: isInPlace))
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
        let copy = chain.run?.copy
        chain.noteAsking(true)
        Task {
            let answer = await asking.observer.line(at: prompt)
            guard chain.run?.copy == copy else { return }
            chain.noteAsking(false)
            switch answer {
            case .line(let text): try? line.send(.line(text))
            case .refused: try? line.send(.refuseInput)
            }
        }
    }
}

/// A request for a branch that has not been answered.
private struct BranchRequest {
    /// The channel of the first process, its standard output and standard error.
    let descriptors: [Descriptor]

    /// The task that waits for the answer.
    let continuation: CheckedContinuation<Void, any Error>
}

extension ProcessChain.BranchRefusal {
    /// The error that tells of the refusal.
    fileprivate var error: EngineError {
        switch self {
        case .runsInPlace: .noEarlierState
        case .isGone: .sessionLost
        }
    }
}

extension ProcessChain.TimeLimit {
    /// The wait that the limit ends.
    fileprivate var wait: Wait {
        switch self {
        case .start: .workerStart
        case .copy: .copy
        case .copyAfterInterrupt: .copyAfterInterrupt
        case .grace: .grace
        case .note: .note
        case .news: .news
        case .gone: .gone
        case .branch: .branch
        }
    }
}
