internal import CCellWorker
internal import CellProtocol
internal import CellRuntime
internal import Glibc
internal import Processes

/// Runs cells in copies of this process, so that one that fails has changed nothing.
///
/// Before a cell runs, the process forks. The copy runs the cell and, when that ends well, is the
/// session from then on: it waits for the next cell, while this process keeps the state from before.
/// When the copy ends, for whatever reason, this process takes over again.
///
/// The worker has one thread, and its loop is entered anew on top of the stack of every
/// asynchronous cell: such a cell's code never returns, it calls `exit`.
final class Worker {
    // Unchecked: the process has one thread until a cell starts others, which do not come here.
    /// The worker of this process.
    nonisolated(unsafe) private(set) static var current: Worker?

    /// The line on which the kernel speaks to this process; a copy has one of its own.
    private(set) var line: MessageChannel<WorkerEvent, WorkerCommand> {
        didSet { mailbox = Mailbox(line) }
    }

    /// What the kernel says on it.
    private var mailbox: Mailbox

    /// Where a process that ends by a signal notes how; shared by all copies.
    private let report: UnsafeMutablePointer<cellworker_report>

    /// What loads cells.
    private let loader = CellLoader()

    /// What the system allowed at the start.
    private let limits = ProcessLimits()

    /// The number of the process that may speak on the line: a cell can make copies of its own.
    private var process = getpid()

    /// Whether the cell under way runs in a copy that can be thrown away.
    private var isDisposable = false

    /// Whether the person wants to see the value of the cell under way.
    private(set) var showsResult = false

    /// How many characters of a value the person wants to see.
    private(set) var shownLength = 0

    /// Whether the cell under way has noticed an interrupt and returned what it had.
    var hasAcknowledgedInterruption = false

    /// Whether the asynchronous cell under way has run to its end.
    var hasReachedEnd = false

    /// Makes a worker.
    private init?(channel: Channel) {
        guard let report = cellworker_report_create() else { return nil }
        self.report = report
        line = MessageChannel(channel)
        mailbox = Mailbox(line)
    }

    /// Makes this process a worker that serves the kernel until that is gone.
    static func start(on channel: Channel) -> Never {
        guard let line = try? Self.outOfTheWay(channel), let worker = Worker(channel: line)
        else { _exit(70) }
        // Closed by hand: what a function that never returns was given stays.
        channel.descriptor.close()
        current = worker
        StartEnvironment.restore()
        cellworker_save_dispatch()
        cellworker_prepare_streams()
        cellworker_install_handlers(worker.report)
        signal(SIGPIPE, SIG_IGN)
        try? ForkedProcess.becomeParentOfOrphans()
        CellEnvironment.host = KernelHost(worker: worker)
        worker.send(.ready(process: getpid()))
        worker.serve()
    }

    /// Moves a channel to a descriptor that cells do not come across.
    private static func outOfTheWay(_ channel: Channel) throws -> Channel {
        Channel(try channel.descriptor.duplicated(atLeast: OwnDescriptors.lowest))
    }

    // MARK: Serving

    /// Does what the kernel says until it is gone.
    func serve() -> Never {
        while true {
            switch receive(where: { !$0.isAnswer }) {
            case (.run(let run), let descriptors): self.run(run, line: descriptors.first)
            case (.leave, _): _exit(0)
            case (.proceed, _), (.line, _), (.refuseInput, _): break
            }
        }
    }

    /// Blocks until the kernel answers something that was said or asked; ends the process where it is
    /// gone.
    func receiveAnswer() -> WorkerCommand { receive { $0.isAnswer }.command }

    /// Blocks until the kernel says something of a kind; ends the process where it is gone.
    private func receive(where isMeant: (WorkerCommand) -> Bool) -> Mailbox.Message {
        guard let message = mailbox.next(where: isMeant) else { leaveWithKernel() }
        return message
    }

    /// Tells the kernel something; ends the process where it is gone.
    func send(_ event: WorkerEvent) {
        // A copy that a cell has made itself ends where it would speak for the session.
        guard getpid() == process else { _exit(0) }
        do {
            try line.send(event)
        } catch {
            leaveWithKernel()
        }
    }

    /// Ends this process and whatever its cells have started: the kernel is gone, or a cell has closed
    /// the line to it, and nobody can say anything to this process any longer.
    ///
    /// What a cell has started may have left the process group; it is still a descendant.
    private func leaveWithKernel() -> Never {
        ChildList.endDescendants()
        _exit(WorkerExit.withoutLine)
    }

    // MARK: Running

    /// Runs a cell in a copy of this process, or in this process where threads are alive.
    private func run(_ run: CellRun, line descriptor: Descriptor?) {
        cellworker_flush_streams()
        cellworker_report_clear(report)
        guard cellworker_thread_count() == 1, let descriptor else { return performInPlace(run) }
        let orphans = ChildList.ofThisProcess()
        let shared = SharedState.ofThisProcess()
        let original = getpid()
        do {
            if let copy = try ForkedProcess.fork() {
                // The line is the copy's: it has to close when the copy ends.
                descriptor.close()
                watch(copy, sparing: orphans)
                shared.putBack()
            } else {
                cellworker_renumber_thread(original)
                cellworker_reset_dispatch(original)
                becomeCopy(on: descriptor)
                cellworker_begin_copying_ahead()
                perform(run)
            }
        } catch {
            send(.failed(.notLoadable(reason: "\(error)")))
            send(.childEnded(waitStatus: 1 << 8, crash: nil))
        }
    }

    /// Runs a cell in this process: a copy would lack the threads that earlier cells have started.
    private func performInPlace(_ run: CellRun) {
        isDisposable = false
        ForkedProcess.setDiesWithParent(true)
        perform(run)
    }

    /// Makes this process, which was just forked, the one that the kernel speaks to.
    private func becomeCopy(on descriptor: Descriptor) {
        ForkedProcess.setDiesWithParent(true)
        // A cell that sends a signal to its group means its own programs, not the states before it.
        setpgid(0, 0)
        process = getpid()
        isDisposable = true
        try? ForkedProcess.becomeParentOfOrphans()
        guard let channel = try? Self.outOfTheWay(Channel(descriptor)) else { _exit(70) }
        // Closed by hand: what lies below an asynchronous cell on the stack holds on to them for ever.
        descriptor.close()
        line.channel.descriptor.close()
        line = MessageChannel(channel)
        cellworker_offer_to_memory_killer()
    }

    /// Waits while a copy is the session; returns when it has ended and this process is it again.
    private func watch(_ copy: ForkedProcess, sparing children: ChildList) {
        while true {
            switch copy.wait(orFor: line.channel) {
            case .ended(let status):
                children.endOthers()
                send(.childEnded(waitStatus: status, crash: crashReport()))
                return
            case .messageArrived:
                // Only that nobody will come back to this state is ever said to a waiting process,
                // and to this one before it is said to the copy: so a copy that has left already is
                // not taken for one that failed, whose children would have to go with it.
                if case (.leave, _) = receive(where: { _ in true }) { _exit(0) }
            }
        }
    }

    /// Loads a cell and runs it to its end.
    private func perform(_ run: CellRun) {
        showsResult = run.showsResult
        shownLength = run.shownLength
        hasAcknowledgedInterruption = false
        hasReachedEnd = false
        cellworker_restore_handlers(report)
        CellExecutor.shared.cellBegins()
        Self.limitMemory(to: run.memoryLimit)
        send(.started(process: getpid(), isInPlace: !isDisposable))
        switch loader.load(run) {
        case .failure(let problem):
            fail(.notLoadable(reason: problem.reason))
        case .success(let entry):
            let function = unsafeBitCast(entry, to: UnsafeRawPointer.self)
            cellworker_note_cell(report, function)
            _ = entry(0, nil)
            finish()
        }
    }

    /// Makes requests for more memory fail that would go beyond a limit.
    private static func limitMemory(to bytes: Int) {
        var limit = rlimit()
        getrlimit(__rlimit_resource_t(RLIMIT_DATA.rawValue), &limit)
        limit.rlim_cur = min(rlim_t(bytes), limit.rlim_max)
        setrlimit(__rlimit_resource_t(RLIMIT_DATA.rawValue), &limit)
    }

    /// Tells the kernel that the cell under way has run to its end.
    func finish() {
        cellworker_end_copying_ahead()
        cellworker_flush_streams()
        endCircumstances()
        // From now on the kernel may send away the process that this one was forked from.
        ForkedProcess.setDiesWithParent(false)
        let threads = Int(cellworker_thread_count())
        send(.finished(threads: threads, wasInterrupted: hasAcknowledgedInterruption))
        // Now, while nobody waits for this process.
        if threads == 1 { cellworker_gather_cells() }
    }

    /// Sees to it that nothing that a cell has left behind disturbs the session until the next one.
    private func endCircumstances() {
        cellworker_hold_signals()
        limits.putBack()
    }

    /// Tells the kernel how the cell under way has failed, and ends the copy that ran it.
    ///
    /// Returns only where the cell ran in place: then there is no copy to throw away.
    func fail(_ failure: CellFailure) {
        cellworker_flush_streams()
        endCircumstances()
        send(.failed(failure))
        if isDisposable { _exit(1) }
    }

    /// Hears that a cell has called `exit`: an asynchronous one does so at its end.
    func cellCalledExit(code: Int32) -> Never {
        if hasReachedEnd {
            finish()
        } else {
            fail(.exited(code: code))
        }
        serve()
    }

    /// Hears that an error has reached the top level of a cell.
    func cellThrew(_ error: any Error) -> Never {
        var addresses: UnsafePointer<UInt64>?
        let count = cellworker_thrown_frames(
            unsafeBitCast(error as any Error, to: UnsafeRawPointer.self), &addresses)
        let calls = UnsafeBufferPointer(start: addresses, count: Int(count))
        fail(
            .uncaughtError(
                type: String(reflecting: type(of: error)), description: String(describing: error),
                frames: calls.map(frame(at:))))
        serve()
    }

    // MARK: Crashes

    /// Returns what the copy that has ended noted of how it did, where it noted something.
    private func crashReport() -> CrashReport? {
        guard report.pointee.signal != 0 else { return nil }
        let addresses = withUnsafeBytes(of: report.pointee.frames) { bytes in
            Array(bytes.bindMemory(to: UInt64.self).prefix(Int(report.pointee.frame_count)))
        }
        let message = String(cString: cellworker_report_message(report))
        return CrashReport(
            signal: report.pointee.signal,
            isStackOverflow: report.pointee.is_stack_overflow != 0, message: message,
            frames: addresses.map(frame(at:)))
    }

    /// Returns in which object an address of the copy lay.
    private func frame(at address: UInt64) -> CrashReport.Frame {
        let report = report.pointee
        if (report.cell_start..<max(report.cell_start, report.cell_end)).contains(address) {
            return CrashReport.Frame(object: "", offset: address - report.cell_start)
        }
        var base: UInt64 = 0
        guard let path = cellworker_object_at(address, &base) else {
            return CrashReport.Frame(object: "?", offset: address)
        }
        return CrashReport.Frame(object: String(cString: path), offset: address - base)
    }
}
