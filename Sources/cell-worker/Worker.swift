internal import CCellWorker
internal import CellProtocol
internal import CellRuntime
internal import Glibc
internal import Processes

/// A worker that runs cells in copies of its process, so that a failed cell has changed nothing.
///
/// Before a cell runs, the process forks. The copy runs the cell and, if it succeeds, holds the
/// session from then on: it waits for the next cell, while this process keeps the state before the
/// cell. When the copy ends, for whatever reason, this process takes over again.
///
/// The worker has one thread, and its loop is entered again on the stack of every asynchronous
/// cell: the code of such a cell never returns, but calls `exit`.
final class Worker {
    // Unchecked: the process has one thread until a cell starts others, which do not access it.
    /// The worker of this process.
    nonisolated(unsafe) private(set) static var current: Worker?

    /// The channel to the kernel; each copy has its own.
    private(set) var line: MessageChannel<WorkerEvent, WorkerCommand> {
        didSet { mailbox = MessageInbox(line) }
    }

    /// The mailbox of the channel.
    private var mailbox: MessageInbox

    /// The report that a process writes when a signal ends it; shared by all copies.
    private var report: UnsafeMutablePointer<cellworker_report>

    /// The loader of cells.
    private let loader = CellLoader()

    /// The resource limits at the start.
    private let limits = ProcessLimits()

    /// The ID of the process that may use the channel: a cell can fork by itself.
    private var process = getpid()

    /// The processes that were forked from this one to keep its state for subshells, as far as they
    /// may still have to be reaped.
    private var branches: [Int32] = []

    /// Indicates whether this process keeps a state for a subshell: descriptors that it shares with
    /// the session belong to the session.
    private var isBranch = false

    /// Indicates whether the running cell runs in a copy that can be discarded.
    private var isDisposable = false

    /// Indicates whether to show the value of the running cell's last expression.
    private(set) var showsResult = false

    /// The action for a client's message that is run in place of a cell.
    private var callback: CommDesk.Action?

    /// The way in which the value of the current cell is kept.
    private(set) var resultKeeping: ResultKeeping?

    /// The maximum number of characters shown of a value.
    private(set) var shownLength = 0

    /// Indicates whether the running cell has checked for an interrupt and ends by itself.
    var hasAcknowledgedInterruption = false

    /// Indicates whether the running asynchronous cell has reached its end.
    var hasReachedEnd = false

    /// Creates a worker.
    private init?(channel: Channel) {
        guard let report = cellworker_report_create() else { return nil }
        self.report = report
        line = MessageChannel(channel)
        mailbox = MessageInbox(line)
    }

    /// Makes this process a worker that serves the kernel until the kernel ends.
    ///
    /// - Parameter broken: the names of assumptions about the runtime that are taken not to hold.
    static func start(on channel: Channel, taking broken: [String]) -> Never {
        guard let line = try? Self.outOfTheWay(channel), let worker = Worker(channel: line)
        else { _exit(70) }
        // Closed explicitly: a function that never returns does not release its arguments.
        channel.descriptor.close()
        current = worker
        StartEnvironment.restore()
        cellworker_save_dispatch()
        cellworker_prepare_resting(OwnDescriptors.lowest)
        cellworker_prepare_streams()
        cellworker_install_handlers(worker.report)
        signal(SIGPIPE, SIG_IGN)
        try? ForkedProcess.becomeParentOfOrphans()
        CellEnvironment.host = KernelHost(worker: worker)
        let givenUp = RuntimeAssumptions.check(taking: broken)
        worker.send(.ready(process: getpid(), givenUp: givenUp))
        worker.serve()
    }

    /// Moves a channel to a descriptor out of the range that cells use.
    private static func outOfTheWay(_ channel: Channel) throws -> Channel {
        Channel(try channel.descriptor.duplicated(atLeast: OwnDescriptors.lowest))
    }

    // MARK: Serving

    /// Serves the kernel's commands until the kernel ends.
    func serve() -> Never {
        while true {
            switch receive(where: { !$0.isAnswer }) {
            case (.run(let run), let descriptors): self.run(run, line: descriptors.first)
            case (.branch, let descriptors): branchOff(on: descriptors)
            case (.leave, _): _exit(0)
            case (.proceed, _), (.line, _), (.refuseInput, _), (.adopt, _): break
            }
        }
    }

    /// Blocks until the kernel answers a request; ends the process if the kernel has ended.
    func receiveAnswer() -> WorkerCommand { receive { $0.isAnswer }.command }

    /// Blocks until the kernel sends a message of the wanted kind; ends the process if the kernel
    /// has ended.
    private func receive(where isMeant: (WorkerCommand) -> Bool) -> MessageInbox.Message {
        guard let message = mailbox.next(where: isMeant) else { leaveWithKernel() }
        return message
    }

    /// Sends an event to the kernel; ends the process if the kernel has ended.
    func send(_ event: WorkerEvent) {
        // A fork that a cell has made itself must not speak for the session.
        guard getpid() == process else { _exit(0) }
        do {
            try line.send(event)
        } catch {
            leaveWithKernel()
        }
    }

    /// Ends this process and all processes that its cells have started, because the kernel has
    /// ended or a cell has closed the channel.
    ///
    /// A process that a cell has started may have left the process group, but it is still a
    /// descendant.
    private func leaveWithKernel() -> Never {
        ChildList.endDescendants()
        _exit(WorkerExit.withoutLine)
    }

    // MARK: Running

    /// Runs a cell in a copy of this process, or in this process if there are other threads.
    private func run(_ run: CellRun, line descriptor: Descriptor?) {
        cellworker_flush_streams()
        cellworker_report_clear(report)
        callback = run.signal.flatMap(CommDesk.take(_:))
        guard let descriptor, run.signal == nil || callback != nil, cellworker_thread_count() == 1,
            cellworker_is_given_up(cellworker_thread_numbers) == 0, cellworker_park_threads() != 0
        else { return performInPlace(run) }
        defer { cellworker_release_threads() }
        let orphans = ChildList.ofThisProcess()
        let shared = SharedState.ofThisProcess()
        let original = getpid()
        do {
            if let copy = try ForkedProcess.fork() {
                // The channel belongs to the copy: it has to close when the copy ends.
                descriptor.close()
                watch(copy, sparing: orphans)
                if !isBranch { shared.putBack() }
            } else {
                cellworker_renumber_thread(original)
                cellworker_reset_dispatch(original)
                becomeCopy(on: descriptor)
                // Afterwards: they may have something to show, on the copy's line.
                guard cellworker_revive_threads() != 0 else { _exit(70) }
                cellworker_begin_copying_ahead()
                perform(run)
            }
        } catch {
            send(.failed(.notLoadable(reason: "\(error)")))
            send(.childEnded(waitStatus: 1 << 8, crash: nil))
        }
    }

    /// Runs a cell in this process, because a copy would lack the threads that earlier cells have
    /// started.
    private func performInPlace(_ run: CellRun) {
        isDisposable = false
        ForkedProcess.setDiesWithParent(true)
        perform(run)
    }

    /// Makes this process, which was just forked, the one that communicates with the kernel.
    private func becomeCopy(on descriptor: Descriptor) {
        ForkedProcess.setDiesWithParent(true)
        // A cell that signals its process group means its own programs, not the earlier states.
        setpgid(0, 0)
        process = getpid()
        isDisposable = true
        try? ForkedProcess.becomeParentOfOrphans()
        guard let channel = try? Self.outOfTheWay(Channel(descriptor)) else { _exit(70) }
        // Closed explicitly: frames below an asynchronous cell on the stack hold references
        // forever.
        descriptor.close()
        line.channel.descriptor.close()
        line = MessageChannel(channel)
        cellworker_offer_to_memory_killer()
    }

    /// Waits while a copy holds the session; returns when the copy has ended and this process holds
    /// the session again.
    private func watch(_ copy: ForkedProcess, sparing children: ChildList) {
        var (copy, children) = (copy, children)
        while true {
            switch copy.wait(orFor: line.channel) {
            case .ended(let status):
                children.endOthers()
                send(.childEnded(waitStatus: status, crash: crashReport()))
                return
            case .messageArrived:
                // The only messages to a waiting process are that a subshell needs its state, or
                // that its state, or that of its copy, is no longer needed. The latter arrive
                // before the copy gets the same message. So a copy that has left on request is not
                // mistaken for one that failed, whose children would have to be killed.
                switch receive(where: { _ in true }) {
                case (.leave, _): _exit(0)
                case (.branch, let descriptors): fork(on: descriptors).map { children.insert($0) }
                case (.adopt(let process), _):
                    copy.waitForEnd()
                    copy = ForkedProcess(adopting: process)
                default: break
                }
            }
        }
    }

    // MARK: Subshells

    /// Forks a process that keeps the state of this one, between cells; where that is impossible,
    /// the channel closes.
    private func branchOff(on descriptors: [Descriptor]) {
        cellworker_flush_streams()
        guard cellworker_thread_count() == 1,
            cellworker_is_given_up(cellworker_thread_numbers) == 0, cellworker_park_threads() != 0
        else { return descriptors.forEach { $0.close() } }
        fork(on: descriptors)
        cellworker_release_threads()
    }

    /// Forks a process that keeps the state of this one and serves a subshell, which runs cells in
    /// copies of it; other threads are parked.
    ///
    /// - Parameter descriptors: the channel of the process, its standard output and standard error.
    /// - Returns: the ID of the process, or `nil` if there is none.
    @discardableResult
    private func fork(on descriptors: [Descriptor]) -> Int32? {
        branches.removeAll { waitpid($0, nil, WNOHANG) != 0 }
        defer { descriptors.forEach { $0.close() } }
        let original = getpid()
        guard descriptors.count == 3 else { return nil }
        do {
            guard let branch = try ForkedProcess.fork() else {
                beBranch(of: original, on: descriptors)
            }
            branches.append(branch.identifier)
            return branch.identifier
        } catch {
            return nil
        }
    }

    /// Serves a subshell with the state of the process that was forked.
    private func beBranch(of original: Int32, on descriptors: [Descriptor]) -> Never {
        cellworker_renumber_thread(original)
        cellworker_reset_dispatch(original)
        for (number, descriptor) in zip([STDOUT_FILENO, STDERR_FILENO], descriptors.dropFirst()) {
            dup2(descriptor.number, number)
            descriptor.close()
        }
        becomeCopy(on: descriptors[0])
        guard cellworker_revive_threads() != 0, let report = cellworker_report_create() else {
            _exit(70)
        }
        self.report = report
        cellworker_restore_handlers(report)
        isBranch = true
        branches = []
        send(.ready(process: getpid(), givenUp: []))
        serve()
    }

    /// Loads a cell and runs it to its end.
    private func perform(_ run: CellRun) {
        showsResult = run.showsResult
        shownLength = run.shownLength
        resultKeeping = run.keptAs.map { ResultKeeping(cell: $0, limit: run.keptResults) }
        hasAcknowledgedInterruption = false
        hasReachedEnd = false
        cellworker_restore_handlers(report)
        CellExecutor.shared.cellBegins()
        Self.limitMemory(to: run.memoryLimit)
        send(.started(process: getpid(), isInPlace: !isDisposable))
        if run.signal != nil { return performCallback() }
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

    /// Does what follows from what a client has said.
    private func performCallback() {
        // All code that runs is that of earlier cells.
        (report.pointee.cell_start, report.pointee.cell_end) = (0, 0)
        do {
            try callback?()
        } catch {
            cellThrew(error)
        }
        callback = nil
        finish()
    }

    /// Makes allocations fail that would exceed a limit.
    private static func limitMemory(to bytes: Int) {
        var limit = rlimit()
        getrlimit(__rlimit_resource_t(RLIMIT_DATA.rawValue), &limit)
        limit.rlim_cur = min(rlim_t(bytes), limit.rlim_max)
        setrlimit(__rlimit_resource_t(RLIMIT_DATA.rawValue), &limit)
    }

    /// Reports that the running cell has reached its end.
    func finish() {
        cellworker_end_copying_ahead()
        let lowered = endCircumstances()
        cellworker_flush_streams()
        // A process that lacks something could end at any time, with the state after the cell.
        if let lowered, isDisposable { fail(.limitLowered(resource: lowered)) }
        // From now on the kernel may end the process from which this one was forked.
        ForkedProcess.setDiesWithParent(false)
        let threads = Int(cellworker_thread_count())
        let isAlone = threads == 1 && cellworker_park_threads() != 0
        send(
            .finished(
                threads: isAlone ? 1 : max(threads, 2),
                wasInterrupted: hasAcknowledgedInterruption))
        // Done now, while nobody waits for this process.
        if isAlone { cellworker_gather_cells() }
        cellworker_release_threads()
    }

    /// Resets what a cell may have left behind and what could disturb the session until the next
    /// cell; returns the name of a resource whose limit cannot be put back, or `nil`.
    @discardableResult
    private func endCircumstances() -> String? {
        cellworker_hold_signals()
        return limits.putBack()
    }

    /// Reports the failure of the running cell, and ends the copy that ran it.
    ///
    /// Returns only if the cell ran in place, where there is no copy to discard.
    func fail(_ failure: CellFailure) {
        endCircumstances()
        cellworker_flush_streams()
        send(.failed(failure))
        if isDisposable { _exit(1) }
    }

    /// Handles a cell's call of `exit`, which an asynchronous cell makes at its end.
    func cellCalledExit(code: Int32) -> Never {
        if hasReachedEnd {
            finish()
        } else {
            fail(.exited(code: code))
        }
        serve()
    }

    /// Handles an error that has reached the top level of a cell.
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

    /// Returns the crash report of the copy that has ended, or `nil` if it wrote none.
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

    /// Returns the object that contains an address of the copy, and the offset in it.
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
