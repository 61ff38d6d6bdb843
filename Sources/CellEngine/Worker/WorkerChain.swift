internal import CellProtocol
internal import Evaluation
internal import Glibc
internal import Processes

/// The worker processes of a session: the one that runs the next cell, and those that it was forked
/// from, each with the state before a cell.
///
/// All work is done on the engine's loop, so that output, frames and ends of processes are seen in
/// the order in which they happened.
actor WorkerChain {
    /// Where the parts of the engine lie.
    private let configuration: EngineConfiguration

    /// The thread that all this happens on.
    private let loop: EventLoop

    /// The standard streams of all the processes.
    private let pipes: OutputPipes

    /// The processes, the oldest first; the last is the session.
    private var links: [WorkerLink] = []

    /// How many processes there have been.
    private var generationCount = 0

    /// The processes whose lines are closed.
    private var closedGenerations: Set<Int> = []

    /// The process that all the others descend from, and that ends them; nothing, while there are none.
    private var keeper: WorkerKeeper?

    /// Whether somebody listens to the streams.
    private var isListening = false

    /// Whether the last process that was started has come so far as to say that it is ready: one that
    /// has not would not the next time either.
    private var canStart = false

    /// The cell under way.
    private var execution: CellExecution?

    /// Who takes what the cell puts out that ran last: threads that it has started may still show
    /// something.
    private var lastObserver: (any OutputReceiver)?

    /// Who takes what cells put out now.
    private var observer: (any OutputReceiver)? { execution?.observer ?? lastObserver }

    nonisolated var unownedExecutor: UnownedSerialExecutor { loop.asUnownedSerialExecutor() }

    /// Whether the session has ended, so that no process is to be started any longer.
    private var isShutDown = false

    /// The folder of the session, which goes also where this process is killed.
    private let sessionFolder: String

    /// The folder for the temporary files of cells.
    private let temporaryFolder: String

    /// Makes a chain with no process in it yet.
    init(
        configuration: EngineConfiguration, sessionFolder: String, temporaryFolder: String,
        loop: EventLoop
    ) throws(ProcessError) {
        self.sessionFolder = sessionFolder
        self.configuration = configuration
        self.temporaryFolder = temporaryFolder
        self.loop = loop
        pipes = try OutputPipes()
    }

    // MARK: State

    /// The number of the process that runs the next cell; nothing, where there is none.
    var generation: Int? { links.last?.generation }

    /// The process that is the session; nothing, where there is none.
    var process: Int32? { links.last?.process.identifier }

    /// The numbers of all the processes, the oldest first.
    var generations: [Int] { links.map(\.generation) }

    /// The processes, by the system's numbers, the oldest first.
    var processes: [Int32] { links.map(\.process.identifier) }

    /// Whether a cell is under way.
    var isRunning: Bool { execution != nil }

    /// Starts the first process, where there is none.
    func start() throws {
        guard links.isEmpty else { return }
        guard !isShutDown else {
            throw EngineError.cannotStart(part: "worker process", cause: "the session has ended")
        }
        if !isListening { for stream in pipes.streams { listen(to: stream) } }
        isListening = true
        let (own, theirs) = try Channel.pair()
        var process = ProcessConfiguration(
            executable: configuration.workerExecutable, arguments: [sessionFolder],
            environment: WorkerEnvironment.make(temporaryFolder: temporaryFolder),
            workingDirectory: configuration.workingDirectory,
            descriptors: [nil] + pipes.writing + [theirs.descriptor])
        let keeper = try WorkerKeeper(starting: &process)
        self.keeper = keeper
        // Until the worker says which process it is, the keeper stands for it.
        let link = WorkerLink(
            generation: nextGeneration(), process: keeper.process, line: MessageChannel(own))
        links = [link]
        listen(to: link.line, generation: link.generation)
        Alarm(.workerStart, limits: configuration.waitLimits) {
            guard self.links.first?.process.identifier == keeper.process.identifier else { return }
            keeper.process.send(signal: SIGKILL)
        }
    }

    /// Returns a number for a process.
    private func nextGeneration() -> Int {
        generationCount += 1
        return generationCount
    }

    // MARK: Running

    /// Runs a cell and returns when it has ended, or the process that ran it has.
    ///
    /// - Parameter expected: the number of the process that holds what the cell mentions.
    /// - Throws: `EngineError.sessionLost`, where that is not the session any longer.
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
            // A line that is closed already is heard of by who listens to it.
            try? parent.line.send(.run(run), descriptors: [theirs.descriptor])
            theirs.descriptor.close()
            listen(to: line, generation: generation)
            expectCopy(generation, within: .copy)
        }
    }

    /// Waits for the process of a cell to be forked: wakes the one that should be forked when that takes
    /// too long, and ends it when it takes too long again.
    private func expectCopy(_ copy: Int, within wait: Wait, isLast: Bool = false) {
        execution?.alarm?.cancel()
        execution?.alarm = Alarm(wait, limits: configuration.waitLimits) {
            guard self.execution?.copy == copy, self.runningProcess == nil else { return }
            self.links.last?.process.send(signal: isLast ? SIGKILL : SIGCONT)
            if !isLast { self.expectCopy(copy, within: wait, isLast: true) }
        }
    }

    /// Ends the cell under way: asks it first, and ends its process when the grace is over.
    func interrupt() {
        guard let execution else { return }
        self.execution?.isInterrupted = true
        // One that is only being forked is asked as soon as it is known.
        guard let process = runningProcess else {
            links.last?.process.send(signal: SIGCONT)
            return expectCopy(execution.copy, within: .copyAfterInterrupt, isLast: true)
        }
        // Who waits for a line does not hear, and has nothing to bring to an end.
        let endsAtOnce = execution.isInterrupted || execution.isAsking && !execution.isInPlace
        guard !endsAtOnce else { return process.send(signal: SIGKILL) }
        askToEnd(process, cell: execution.copy)
    }

    /// Asks a process to end the cell that it runs, and ends it when the grace is over.
    private func askToEnd(_ process: ProcessHandle, cell: Int) {
        process.send(signal: SIGINT)
        let grace = configuration.interruptGrace
        Task {
            try? await Task.sleep(for: grace)
            // The process may be at another cell by now.
            guard execution?.copy == cell else { return }
            process.send(signal: SIGKILL)
        }
    }

    /// The process that runs the cell under way.
    private var runningProcess: ProcessHandle? {
        guard let execution, let last = links.last else { return nil }
        return execution.isInPlace || last.generation != execution.parent ? last.process : nil
    }

    /// The lines of processes that are to leave, the oldest first.
    private var leaving: [MessageChannel<WorkerCommand, WorkerEvent>] = []

    /// Lets the oldest processes leave until so many are left.
    func trim(to count: Int) {
        let isWaiting = !leaving.isEmpty
        while links.count > max(count, 2) { leaving.append(links.removeFirst().line) }
        guard !leaving.isEmpty, !isWaiting else { return }
        Task {
            // The system would rather run a process that is woken to end, which takes a
            // millisecond, than the thread that is about to say how the cell went.
            try? await Task.sleep(for: .milliseconds(3))
            sendAway()
        }
    }

    /// Tells the processes that are to leave, each before the one that was forked from it: a process
    /// that sees its copy end before it is told itself takes that for a failure, and ends all that
    /// descend from it.
    private func sendAway() {
        for line in leaving { try? line.send(.leave) }
        leaving = []
    }

    /// Whether somebody is looking how much memory the processes hold.
    private var isMeasuring = false

    /// Lets the oldest processes leave while those that only keep a state hold more memory, all
    /// together, than a number of bytes.
    ///
    /// Looking through large processes takes a while, in which they cannot be forked either; so it is
    /// done once for all the cells of a second, and only where it can matter.
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

    /// Goes back to the process of a number: ends all that were forked from it.
    func goBack(to generation: Int) async {
        while let last = links.last, last.generation > generation, links.count > 1 {
            last.process.send(signal: SIGKILL)
            await waitUntilGone(last.generation)
        }
    }

    /// Who waits for processes to be gone, by number.
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

    /// Passes on what is written to a stream, as long as the engine lives.
    ///
    /// The first words of a cell are passed on at once. After them, there is a short pause, so that
    /// a cell that prints line by line does not make a message of each line.
    private func listen(to stream: OutputPipes.Stream) {
        Task {
            while true {
                await loop.waitUntilReadable(stream.reading)
                drain(stream, upTo: OutputPipes.Stream.mostInATurn)
                try? await Task.sleep(for: .milliseconds(5))
            }
        }
    }

    /// Takes what has been written to a stream until now: no more than the pipe holds, whoever goes on
    /// writing meanwhile waits.
    private func drain(_ stream: OutputPipes.Stream) { drain(stream, upTo: stream.capacity) }

    /// Takes what has been written to a stream, up to so many bytes.
    private func drain(_ stream: OutputPipes.Stream, upTo limit: Int) {
        var count = 0
        while count < limit, let bytes = stream.readAvailable() {
            observer?.take(bytes, from: stream.name)
            count += bytes.count
            // What comes while we read is for the next time.
            guard bytes.count == OutputPipes.Stream.mostAtOnce else { return }
        }
    }

    /// Passes on what a process says, until its line is closed.
    private func listen(
        to line: MessageChannel<WorkerCommand, WorkerEvent>, generation: Int
    ) {
        Task {
            while let (event, _) = try? await line.receive(on: loop) {
                // Whatever was printed before the event was said is in the pipes by now.
                pipes.streams.forEach { drain($0) }
                handle(event, from: generation, on: line)
            }
            pipes.streams.forEach { drain($0) }
            lineClosed(of: generation)
        }
    }

    /// Does what an event asks for.
    private func handle(
        _ event: WorkerEvent, from generation: Int,
        on line: MessageChannel<WorkerCommand, WorkerEvent>
    ) {
        switch event {
        case .ready(let process): ready(process, generation: generation)
        case .started(let process, let isInPlace):
            started(process, isInPlace: isInPlace, generation: generation, line: line)
        case .display(let bundle, let id): show(.display(bundle, id: id), line)
        case .replaceDisplay(let bundle, let id): show(.replaceDisplay(bundle, id: id), line)
        case .clearOutput(let waits): show(.clearOutput(waitsForNext: waits), line)
        case .result(let bundle): show(.result(bundle), line)
        case .readLine(let prompt, let isPassword):
            ask(InputPrompt(text: prompt, isPassword: isPassword), line)
        case .finished(let threads, let wasInterrupted):
            end(.finished(noticedInterrupt: wasInterrupted, threads: threads))
        case .failed(let failure):
            execution?.failure = failure
            // In place, nobody ends who could be waited for.
            if execution?.isInPlace == true { end(.failed(failure)) }
        case .childEnded(let status, let crash):
            childEnded(of: generation, ProcessExit(waitStatus: status), crash)
        }
    }

    /// Notes which process the first one is.
    private func ready(_ process: Int32, generation: Int) {
        canStart = true
        guard let handle = try? ProcessHandle(process),
            let index = links.firstIndex(where: { $0.generation == generation })
        else { return }
        links[index].process = handle
    }

    /// Notes which process runs the cell under way.
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

    /// Passes on something to show, and lets the cell go on.
    private func show(
        _ event: EvaluationEvent, _ line: MessageChannel<WorkerCommand, WorkerEvent>
    ) {
        observer?.take(event)
        try? line.send(.proceed)
    }

    /// Asks the person for a line and hands it to the cell.
    private func ask(_ prompt: InputPrompt, _ line: MessageChannel<WorkerCommand, WorkerEvent>) {
        // Between cells, nobody sits at the keyboard.
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

    /// Tells who waits for the cell under way that it has ended.
    private func end(_ ending: RunOutcome.Ending) {
        guard let ended = execution else { return }
        execution = nil
        lastObserver = ended.observer
        ended.alarm?.cancel()
        ended.continuation.resume(
            returning: RunOutcome(
                ending: ending, isInPlace: ended.isInPlace, isInterrupted: ended.isInterrupted))
    }

    /// Hears from a process that the one forked from it has ended: it is the session again.
    private func childEnded(of generation: Int, _ exit: ProcessExit, _ crash: CrashReport?) {
        // Who is about to leave has no say in who is the session.
        guard links.contains(where: { $0.generation == generation }) else { return }
        let gone = links.filter { $0.generation > generation }
        // Where the child was not the session itself, those after it have lost their way back.
        for link in gone.dropFirst() { link.process.send(signal: SIGKILL) }
        links.removeAll { $0.generation > generation }
        for link in gone { goneWaiters.removeValue(forKey: link.generation)?.resume() }
        guard let execution, execution.parent >= generation else { return }
        if execution.parent > generation { self.execution?.isInPlace = true }
        self.execution?.end = (exit, crash)
        concludeWhenHeardOut()
    }

    /// Ends the cell under way, where its process has ended and all that it said has been heard.
    private func concludeWhenHeardOut() {
        guard let execution, let (exit, crash) = execution.end,
            closedGenerations.contains(execution.copy)
        else { return }
        end(execution.failure.map { .failed($0) } ?? .ended(exit, crash))
    }

    /// Hears that the line of a process is closed: it has ended, or was never there.
    ///
    /// The process that it was forked from says how; only of the first, nobody can.
    private func lineClosed(of generation: Int) {
        closedGenerations.insert(generation)
        concludeWhenHeardOut()
        while let first = links.first, closedGenerations.contains(first.generation) {
            links.removeFirst()
            goneWaiters.removeValue(forKey: first.generation)?.resume()
        }
        concludeWhenDeserted()
        // The session goes on in a new process, which is ready when the next cell comes.
        guard links.isEmpty, !isShutDown else { return }
        let (keeper, loop, limits) = (keeper, loop, configuration.waitLimits)
        self.keeper = nil
        Task { await keeper?.end(on: loop, limits: limits) }
        guard canStart else { return }
        canStart = false
        try? start()
    }

    /// Ends the cell under way as lost, where nobody is left who could say how it has ended; waits for
    /// the news, where somebody is.
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

    /// How often the news of a cell's end may be late before everything is ended.
    private static let patience = 4

    /// Waits for a process to say how the one of a cell has ended.
    ///
    /// When that takes too long, the one of
    /// the cell, which can say nothing any longer, is ended, and the others are woken; when it takes too
    /// long again and again, all are ended.
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
