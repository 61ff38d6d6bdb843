package import CellProtocol
internal import Glibc
package import Processes

/// The processes of a session as a value: which of them holds the session, what the running cell
/// waits for, and what follows from each event.
///
/// It knows neither processes nor time: its user numbers processes, tells what happens to them and
/// when a time limit has passed, and does what the effects say, in their order.
package struct ProcessChain: Sendable {
    /// The numbers of the processes, the oldest first; the last holds the session.
    package private(set) var generations: [Int] = []

    /// The running cell, or `nil` if there is none.
    package private(set) var run: Run?

    /// The number of processes so far.
    private var count = 0

    /// The processes whose channels are closed, as far as something may still depend on it.
    private var closed: Set<Int> = []

    /// Indicates whether the last started process has reported that it is ready; one that has not
    /// would probably fail the next time as well.
    private var canStart = false

    /// The processes that have been told to leave, and whose channels are not closed yet.
    package private(set) var leaving: Set<Int> = []

    /// The state to which the session is going back, or `nil` if it is not.
    private var target: Int?

    /// Indicates whether the session has ended, so that no process may be started.
    package private(set) var isShutDown = false

    /// Indicates whether the first process was forked by one of another chain, whose state it
    /// keeps for a subshell.
    private var isBranch = false

    /// Indicates whether the branch ends as soon as it has gone back to its state.
    private var isClosing = false

    /// The number of the first process of a branch.
    private static let first = 1

    /// The requests for branches that wait until it is known where the cell under way runs.
    private var requests: [(number: Int, state: Int?)] = []

    /// The number of requests for branches so far.
    private var requestCount = 0

    /// Creates a chain without processes.
    package init() {}

    /// A cell that is being run.
    package struct Run: Sendable {
        /// The number of the process that is copied to run the cell.
        package let parent: Int
        /// The number of the copy.
        package let copy: Int
        /// The exit of the process that ran the cell, once it is known.
        ///
        /// The last messages of the process come on another channel, and may arrive later.
        fileprivate var end: (exit: ProcessExit, crash: CrashReport?)?
        /// The failure that the cell's process has reported.
        fileprivate var failure: CellFailure?
        /// Indicates whether the cell's process has been killed: even if it has come to its end
        /// before, nothing of it is left.
        fileprivate var isKilled = false
        /// Indicates whether the cell runs in a process whose threads cannot be copied.
        package fileprivate(set) var isInPlace = false
        /// Indicates whether the cell waits for input.
        package var isAsking = false
        /// Indicates whether the user has interrupted the cell.
        package fileprivate(set) var isInterrupted = false
    }

    /// Something to do.
    package enum Effect: Sendable {
        /// Starts the first process.
        case start(generation: Int)
        /// Sends a signal to a process.
        case signal(generation: Int, Int32)
        /// Sets the time limit of the current wait, which replaces an earlier one.
        case limit(TimeLimit)
        /// Lifts the time limit of the current wait.
        case lift
        /// Ends a process whose state is no longer needed, after those of earlier effects.
        case leave(generation: Int)
        /// Lets a process wait for another one in place of the one between them.
        case adopt(generation: Int, by: Int)
        /// Reports the end of the running cell.
        case conclude(RunOutcome.Ending, Run)
        /// Reports that the session has gone back as far as it can.
        case wentBack
        /// Ends everything that descends from the processes so far.
        case clear
        /// Lets a process fork another one, the first of a branch, which keeps its state.
        case branch(request: Int, of: Int)
        /// Refuses a branch.
        case refuse(request: Int, BranchRefusal)
        /// Reports that the first process of a branch keeps its state, or has ended.
        case settled
    }

    /// A reason for which a state cannot be kept for a branch.
    package enum BranchRefusal: Sendable {
        /// The cell under way runs in the process that had the state.
        case runsInPlace
        /// The process with the state has ended.
        case isGone
    }

    /// A time limit.
    package enum TimeLimit: Sendable, Hashable {
        /// The start of the first process.
        case start(generation: Int)
        /// The fork for a cell, and whether its process has been woken before.
        case copy(Int, wasWoken: Bool)
        /// The fork for an interrupted cell.
        case copyAfterInterrupt(Int)
        /// The end of a cell by itself after an interrupt.
        case grace(copy: Int, of: Int)
        /// The note of an interrupted cell's process about where it is.
        case note(copy: Int, of: Int)
        /// The report of the end of a cell's process, and how often it has been waited for.
        case news(copy: Int, tries: Int)
        /// The report of the end of a process to which the session does not go back.
        case gone(Int, tries: Int)
        /// The fork of the first process of a branch.
        case branch
    }

    /// The number of the process that runs the next cell, or `nil` if there is none.
    package var current: Int? { generations.last }

    /// The process that runs the cell under way, or `nil` if it has not been forked yet.
    private var running: Int? {
        guard let run, let last = generations.last else { return nil }
        return run.isInPlace || last != run.parent ? last : nil
    }

    // MARK: Starting

    /// Starts the first process if there is none and the session has not ended.
    package mutating func start() -> [Effect] {
        guard generations.isEmpty, !isShutDown else { return [] }
        let first = nextGeneration()
        generations = [first]
        return [.start(generation: first)]
    }

    /// Returns a new number for a process.
    private mutating func nextGeneration() -> Int {
        count += 1
        return count
    }

    /// Handles the report of the first process that it is ready.
    package mutating func noteReady() -> [Effect] {
        canStart = true
        guard isBranch else { return [] }
        // The branch was given up if its process was forked too late.
        return isShutDown ? [.signal(generation: Self.first, SIGKILL)] : [.lift, .settled]
    }

    /// Handles that the first process could not be started.
    package mutating func noteThatNothingStarted() { generations = [] }

    // MARK: Running

    /// Begins to run a cell in a copy of the last process, and returns the copy's number; returns
    /// `nil` if there is no process.
    package mutating func begin() -> (copy: Int, effects: [Effect])? {
        guard let parent = generations.last, run == nil else { return nil }
        let copy = nextGeneration()
        run = Run(parent: parent, copy: copy)
        return (copy, [.limit(.copy(copy, wasWoken: false))])
    }

    /// Notes whether the running cell waits for input.
    package mutating func noteAsking(_ isAsking: Bool) { run?.isAsking = isAsking }

    /// Handles the report of a process that it runs the cell.
    package mutating func started(_ generation: Int, isInPlace: Bool) -> [Effect] {
        guard let run, generation == (isInPlace ? run.parent : run.copy) else {
            return isBranch ? [.signal(generation: generation, SIGKILL)] : []
        }
        // The end of the process, or of one that it descends from, may be reported on another line
        // before its beginning on its own. It cannot hold the session.
        guard isInPlace || run.end == nil else { return kill(generation, copy: run.copy) }
        self.run?.isInPlace = isInPlace
        if !isInPlace { generations.append(generation) }
        let effects = [.lift] + settleRequests()
        guard run.isInterrupted else { return effects }
        return effects + askToEnd(isInPlace ? run.parent : generation, copy: run.copy)
    }

    /// Handles a process's report that the cell has run to its end.
    package mutating func finished(
        _ generation: Int, noticedInterrupt: Bool, threads: Int
    ) -> [Effect] {
        // A process that is not known to hold the state after the cell cannot have made it.
        guard let run, !run.isKilled, isRunner(generation), generations.last == generation
        else { return [] }
        return conclude(.finished(noticedInterrupt: noticedInterrupt, threads: threads))
    }

    /// Returns whether a process is the one that runs the cell: a report of another one may be read
    /// late, when its own cell has been concluded.
    private func isRunner(_ generation: Int) -> Bool {
        run.map { generation == ($0.isInPlace ? $0.parent : $0.copy) } ?? false
    }

    /// Handles a process's report that the cell has failed.
    package mutating func failed(_ generation: Int, _ failure: CellFailure) -> [Effect] {
        guard generation == run?.copy || isRunner(generation) else { return [] }
        run?.failure = failure
        // In place, there is no end of a process to wait for.
        return run?.isInPlace == true ? conclude(.failed(failure)) : []
    }

    /// Interrupts the running cell: signals its process first, and kills it when the grace period
    /// has passed.
    package mutating func interrupt() -> [Effect] {
        guard let before = run else { return [] }
        run?.isInterrupted = true
        // A process that is just being forked is signaled as soon as it is known.
        guard let process = running else {
            guard let last = generations.last else { return [] }
            return [
                .signal(generation: last, SIGCONT),
                .limit(.copyAfterInterrupt(before.copy)),
            ]
        }
        // A cell that waits for input does not notice the interrupt, and has nothing to finish.
        if before.isInterrupted || before.isAsking && !before.isInPlace {
            return kill(process, copy: before.copy)
        }
        return askToEnd(process, copy: before.copy)
    }

    /// Kills the process of the running cell.
    private mutating func kill(_ process: Int, copy: Int) -> [Effect] {
        run?.isKilled = true
        return [.signal(generation: process, SIGKILL)] + wakeParent() + expectNews(of: copy)
    }

    /// Wakes the process that reports the end of the cell's process, which the cell may have
    /// stopped.
    private func wakeParent() -> [Effect] {
        run.map { [.signal(generation: $0.parent, SIGCONT)] } ?? []
    }

    /// Interrupts a process, and kills it when the grace period has passed.
    private func askToEnd(_ process: Int, copy: Int) -> [Effect] {
        [.signal(generation: process, SIGINT)] + wakeParent()
            + [.limit(.grace(copy: copy, of: process))]
    }

    // MARK: Branches

    /// Requests a branch, whose cells do not affect this chain: a process that keeps a state of
    /// this chain, or by default the state before the running cell.
    ///
    /// The answer is an effect, `branch` or `refuse`, now or when it is known where the cell runs.
    package mutating func branch(from state: Int?) -> (request: Int, effects: [Effect]) {
        requestCount += 1
        requests.append((requestCount, state))
        return (requestCount, settleRequests())
    }

    /// Answers the requests for branches, unless a process is about to run a cell, which it may do
    /// itself instead of forking.
    private mutating func settleRequests() -> [Effect] {
        guard run == nil || running != nil else { return [] }
        defer { requests = [] }
        return requests.map { request in
            if run?.isInPlace == true { return .refuse(request: request.number, .runsInPlace) }
            guard let state = request.state ?? run?.parent ?? generations.last,
                generations.contains(state)
            else { return .refuse(request: request.number, .isGone) }
            return .branch(request: request.number, of: state)
        }
    }

    /// Creates the chain of a branch, whose first process another chain has been asked for;
    /// `settled` follows when it is there, or is known not to be.
    package static func branchedOff() -> (chain: ProcessChain, effects: [Effect]) {
        var chain = ProcessChain()
        chain.isBranch = true
        chain.generations = [chain.nextGeneration()]
        return (chain, [.limit(.branch)])
    }

    /// Ends a branch when it has gone back to its state, so that nothing is left of its cells;
    /// `wentBack` follows.
    package mutating func close() -> [Effect] {
        isClosing = true
        return goBack(to: Self.first)
    }

    /// Ends the processes of a branch whose state is gone or no longer needed.
    private mutating func endBranch() -> [Effect] {
        guard !isShutDown else { return [] }
        isShutDown = true
        let effects: [Effect] = generations.reversed().map { .signal(generation: $0, SIGKILL) }
        generations = []
        return effects + conclude(.ended(.killed(signal: SIGKILL), nil)) + goOnBack()
            + (canStart ? [] : [.settled])
    }

    // MARK: Discarding

    /// Discards the oldest processes until the given number is left.
    package mutating func trim(to count: Int) -> [Effect] {
        let surplus = Array(generations.prefix(max(0, generations.count - max(count, 2))))
        generations.removeFirst(surplus.count)
        return surplus.flatMap { letLeave($0) }
    }

    /// Lets the process go that the last one was forked from: nobody will come back to its state.
    ///
    /// The one before it takes its place.
    package mutating func mergeLast() -> [Effect] {
        guard generations.count > 1 else { return [] }
        let last = generations[generations.count - 1]
        let grandparent = generations.dropLast(2).last
        let parent = generations.remove(at: generations.count - 2)
        return (grandparent.map { [.adopt(generation: last, by: $0)] } ?? [])
            + letLeave(parent)
    }

    /// Ends a process whose state is no longer needed, also if it is stopped: the one that it was
    /// forked from waits for its end.
    private mutating func letLeave(_ generation: Int) -> [Effect] {
        leaving.insert(generation)
        return [.leave(generation: generation), .signal(generation: generation, SIGCONT)]
    }

    /// Returns to the state of a process: kills all processes that were forked from it, the latest
    /// first.
    package mutating func goBack(to generation: Int) -> [Effect] {
        target = generation
        return goOnBack()
    }

    /// Kills the last process if the session does not go back to it.
    private mutating func goOnBack() -> [Effect] {
        guard let target else { return [] }
        guard let last = generations.last, last > target, generations.count > 1 else {
            self.target = nil
            return [.lift, .wentBack] + (isClosing ? endBranch() : [])
        }
        return [
            .signal(generation: last, SIGKILL), .limit(.gone(last, tries: 1)),
        ]
    }

    /// Ends the session, and the running cell.
    package mutating func shutDown() -> [Effect] {
        isShutDown = true
        let last = generations.last
        generations = []
        return (last.map { [.signal(generation: $0, SIGKILL)] } ?? [])
            + conclude(.ended(.killed(signal: SIGKILL), nil)) + goOnBack() + [.clear]
    }

    // MARK: Ends

    /// Ends the running cell.
    private mutating func conclude(_ ending: RunOutcome.Ending) -> [Effect] {
        guard let ended = run else { return [] }
        run = nil
        forgetClosed()
        // A session that goes back waits for something else by now.
        let lift: [Effect] = target == nil ? [.lift] : []
        return lift + [.conclude(ending, ended)] + settleRequests()
    }

    /// Handles a process's report that the one forked from it has ended: the process holds the
    /// session again.
    package mutating func childEnded(
        of generation: Int, _ exit: ProcessExit, _ crash: CrashReport?
    ) -> [Effect] {
        // A process that is about to leave does not decide which process holds the session.
        guard generations.contains(generation) else { return [] }
        let gone = generations.filter { $0 > generation }
        generations.removeAll { $0 > generation }
        // If the child did not hold the session itself, the states after it can no longer be
        // reached.
        var effects: [Effect] = gone.dropFirst().map {
            .signal(generation: $0, SIGKILL)
        }
        effects += goOnBack()
        guard let run, run.parent >= generation else { return effects }
        if run.parent > generation { self.run?.isInPlace = true }
        self.run?.end = (exit, crash)
        return effects + concludeWhenHeardOut()
    }

    /// Ends the running cell if its process has ended and all of its messages have been received.
    private mutating func concludeWhenHeardOut() -> [Effect] {
        guard let run, let (exit, crash) = run.end, closed.contains(run.copy) else { return [] }
        return conclude(run.failure.map { .failed($0) } ?? .ended(exit, crash))
    }

    /// Handles the closing of a process's channel: the process has ended, or was never started.
    ///
    /// The process from which it was forked reports how; for the first process, nobody can.
    package mutating func lineClosed(of generation: Int) -> [Effect] {
        if isBranch, generation == Self.first { return endBranch() }
        closed.insert(generation)
        leaving.remove(generation)
        var effects = concludeWhenHeardOut()
        let count = generations.count
        while let first = generations.first, closed.contains(first) { generations.removeFirst() }
        if generations.count < count { effects += goOnBack() }
        effects += concludeWhenDeserted()
        forgetClosed()
        // The session continues in a new process, which is ready when the next cell arrives.
        guard generations.isEmpty, count > 0, !isShutDown else { return effects }
        effects.append(.clear)
        guard canStart else { return effects }
        canStart = false
        return effects + start()
    }

    /// Ends the running cell as lost if no process is left that could report its end; otherwise
    /// waits for the report.
    private mutating func concludeWhenDeserted() -> [Effect] {
        guard let run, closed.contains(run.isInPlace ? run.parent : run.copy) else { return [] }
        guard generations.isEmpty else { return expectNews(of: run.copy) }
        self.run?.isInPlace = true
        return conclude(.ended(.killed(signal: SIGKILL), nil))
    }

    /// Forgets closed channels on which nothing depends.
    private mutating func forgetClosed() {
        closed = closed.filter { number in
            generations.contains(number) || run?.copy == number || run?.parent == number
        }
    }

    // MARK: Time

    /// The number of limits for a report after which all processes are killed.
    private static let patience = 4

    /// Handles that a time limit has passed that has not been lifted or replaced.
    package mutating func timeIsUp(_ limit: TimeLimit) -> [Effect] {
        switch limit {
        case .start(let generation):
            guard generations.first == generation, !canStart else { return [] }
            return [.signal(generation: generation, SIGKILL)]
        case .copy(let copy, wasWoken: false):
            guard run?.copy == copy, running == nil, let last = generations.last else { return [] }
            return [.signal(generation: last, SIGCONT), .limit(.copy(copy, wasWoken: true))]
        case .copy(let copy, wasWoken: true), .copyAfterInterrupt(let copy):
            guard run?.copy == copy, running == nil, let last = generations.last else { return [] }
            return [.signal(generation: last, SIGKILL)] + expectNews(of: copy)
        case .grace(let copy, let process):
            // The process may be at another cell by now.
            guard run?.copy == copy else { return [] }
            return [
                .signal(generation: process, SIGABRT),
                .limit(.note(copy: copy, of: process)),
            ]
        case .note(let copy, let process):
            guard run?.copy == copy else { return [] }
            return kill(process, copy: copy)
        case .news(let copy, let tries):
            guard run?.copy == copy else { return [] }
            return wake(exceptFor: copy, isOver: tries == Self.patience)
                + expectNews(of: copy, after: tries)
        case .gone(let process, let tries):
            guard target != nil, generations.contains(process) else { return [] }
            return wake(exceptFor: process, isOver: tries == Self.patience)
                + (tries < Self.patience ? [.limit(.gone(process, tries: tries + 1))] : [])
        case .branch: return canStart ? [] : endBranch()
        }
    }

    /// Waits for a process to report the end of a cell's process, as often as there is patience.
    private func expectNews(of copy: Int, after tries: Int = 0) -> [Effect] {
        tries < Self.patience ? [.limit(.news(copy: copy, tries: tries + 1))] : []
    }

    /// Kills a process, which can report nothing more, and wakes the others; or kills all.
    private func wake(exceptFor process: Int, isOver: Bool) -> [Effect] {
        let leaving: [Effect] = leaving.sorted().map { .signal(generation: $0, SIGCONT) }
        return leaving
            + generations.map { generation in
                let isKilled = isOver || generation == process
                let signal = isKilled ? SIGKILL : SIGCONT
                return .signal(generation: generation, signal)
            }
    }
}
