import CellProtocol
import CellSession
import Glibc
import Processes
import TestSupport

/// A session of random cells and faults without processes: the chain of processes is real, and the
/// processes, their lines, the clock and the user are simulated.
struct SimulatedSession {
    /// Something that goes wrong in every session, to see whether it is found.
    enum PlantedFault: CaseIterable {
        case noTimeLimits, killsDoNothing, closedLinesAreNotNoticed, noInterrupts, wakingDoesNothing
        case wrongProcessLeaves, endsAreNotReported, failedCellsLive, goingBackStops,
            nothingIsCleared
        case looksAreNotUndone, branchesHaveTheNewestState, refusalsAreLost, branchesAreNotSpared
        case branchesAreNotClosed
    }

    /// What was wrong.
    struct Problem: Error, CustomStringConvertible {
        let description: String
    }

    /// The chain under test.
    var chain = ProcessChain()
    var numbers: SeededGenerator
    let planted: PlantedFault?
    /// The processes by number.
    var processes: [Int: SimulatedProcess] = [:]
    /// The reports on the lines that the kernel has not read.
    var lines: [Int: [SimulatedProcess.Report]] = [:]
    /// The time in milliseconds.
    var time = 0
    /// The time limit of the current wait, and that of a start.
    var limit: (ProcessChain.TimeLimit, due: Int)?
    var startLimit: (ProcessChain.TimeLimit, due: Int)?
    /// What the user knows: the value of each state.
    var model: [Int: Int] = [:]
    /// The outcome of the running cell.
    var outcome: RunOutcome.Ending?
    var endedRun: ProcessChain.Run?
    var isBack = false
    /// The state that the next cell should find, and whether something was killed or lost since, so
    /// that it may be an earlier one.
    var expected: Int?
    var mayLose = false
    /// Indicates whether a process was stopped or a report lost, so that a cell may last.
    var mayLast = false
    /// The subshells that look at states, by the number of their request.
    var looks: [Int: SimulatedLook] = [:]
    /// The processes that the kernel can signal.
    var known: Set<Int> = []
    /// What was wrong in the kernel, if anything.
    var complaint: String?
    /// The steps so far.
    var story: [String] = []

    /// The time in which everything ends, whatever happens, in milliseconds.
    static let deadline = 130_000

    init(seed: UInt64, planting planted: PlantedFault? = nil) {
        numbers = SeededGenerator(seed: seed)
        self.planted = planted
    }

    /// Plays a session; throws what is wrong.
    mutating func play() throws(Problem) {
        for _ in 0..<Int.random(in: 3...10, using: &numbers) {
            switch Int.random(in: 0..<12, using: &numbers) {
            case 4: requestLook(from: expected)
            case 0: try goBack()
            case 1: trim()
            case 2:
                disturbLooks()
                perform(chain.mergeLast())
            case 3: fault()
            default: try runCell()
            }
            try compare()
        }
        try closeLooks()
        perform(chain.shutDown())
        let living = processes.values.filter { $0.exit == nil }.map(\.number)
        if !living.isEmpty { throw problem("processes \(living) live on") }
    }

    // MARK: The user

    /// Runs a cell, with faults meanwhile.
    mutating func runCell() throws(Problem) {
        perform(chain.start())
        guard let deed = SimulatedProcess.Deed.allCases.randomElement(using: &numbers),
            let parent = chain.current
        else { throw problem("nothing could be started") }
        let value = Int.random(in: 1..<1_000_000, using: &numbers)
        guard let (copy, effects) = chain.begin() else { throw problem("no cell could begin") }
        story.append("cell \(copy) of \(parent): \(deed)")
        (outcome, endedRun) = (nil, nil)
        if [.killParent, .killEverything].contains(deed) {
            mayLose = true
            disturbLooks()
        }
        lines[copy] = []
        if processes[parent]?.exit == nil {
            processes[parent]?.commands.append(.run(copy: copy, deed, value: value))
        } else {
            lines[copy] = [.closed]
        }
        perform(effects)
        var lastEvent = time
        var isInterrupted = false
        while outcome == nil {
            if Int.random(in: 0..<40, using: &numbers) == 0 {
                fault()
                lastEvent = time
            }
            if Int.random(in: 0..<60, using: &numbers) == 0 { interrupt() }
            if Int.random(in: 0..<30, using: &numbers) == 0 {
                requestLook(from: Bool.random(using: &numbers) ? parent : nil)
            }
            if try !step() {
                // The cell goes on for ever, as far as the kernel knows, until the user ends it.
                guard !isInterrupted, deed.isEndless || mayLast else {
                    throw problem("nothing goes on")
                }
                isInterrupted = true
                lastEvent = time
                interrupt()
            }
            if time - lastEvent > Self.deadline { throw problem("it lasts \(time - lastEvent) ms") }
        }
        try conclude(value, parent: parent, copy: copy)
    }

    /// Changes the model as a cell's outcome tells the user.
    mutating func conclude(
        _ value: Int, parent: Int, copy: Int
    ) throws(Problem) {
        guard let outcome, let run = endedRun else { return }
        story.append(
            "\(outcome)".prefix(40) + " in place: \(run.isInPlace), now \(chain.generations)")
        switch outcome {
        case .finished:
            guard let current = chain.current else { throw problem("the state is nowhere") }
            model[current] = value
            expected = run.isInPlace ? parent : copy
        case .failed, .ended:
            // In place, what the cell has made is there, and the user is told.
            if run.isInPlace, let current = chain.current {
                model[current] = processes[current]?.value
            }
            expected = parent
        }
        // An in-place process that is killed at the user's request takes the state with it.
        if run.isInPlace, run.isInterrupted { mayLose = true }
    }

    /// Interrupts the running cell.
    mutating func interrupt() {
        story.append("interrupt")
        if planted != .noInterrupts { perform(chain.interrupt()) }
        interruptLooks()
    }

    /// Undoes cells.
    mutating func goBack() throws(Problem) {
        guard let target = chain.generations.randomElement(using: &numbers) else { return }
        story.append("go back to \(target) of \(chain.generations)")
        isBack = false
        disturbLooks()
        let begun = time
        perform(chain.goBack(to: target))
        if planted == .goingBackStops { isBack = true }
        while !isBack {
            if try !step() { throw problem("going back does not end") }
            if time - begun > Self.deadline { throw problem("going back lasts long") }
        }
        if let current = chain.current, current > target, model[target] != nil,
            chain.generations.contains(target)
        {
            throw problem("went back to \(current) instead of \(target)")
        }
        expected = target
    }

    /// Discards old states.
    mutating func trim() {
        let count = Int.random(in: 2...4, using: &numbers)
        story.append("trim to \(count)")
        disturbLooks()
        perform(chain.trim(to: count))
    }

    /// Lets something go wrong.
    mutating func fault() {
        let living = processes.values.filter { $0.exit == nil }.map(\.number).sorted()
        guard let victim = living.randomElement(using: &numbers) else { return }
        disturbLooks()
        guard !SimulatedLook.owns(victim) else { return disturb(victim) }
        switch Int.random(in: 0..<4, using: &numbers) {
        case 0:
            story.append("kill \(victim)")
            mayLose = true
            end(victim, .killed(signal: SIGKILL))
        case 1:
            story.append("stop \(victim)")
            // One that is stopped again after it was woken is ended.
            if mayLast { mayLose = true }
            mayLast = true
            // The kernel cannot wake what it has not heard of, and ends what should have forked it.
            switch processes[victim]?.activity {
            case .starting, .forked: mayLose = true
            default: break
            }
            processes[victim]?.isStopped = true
        case 2:
            // The last report is that of the end, which the system makes itself.
            guard let report = lines[victim]?.first, case .started = report else { return }
            story.append("lose a report of \(victim)")
            (mayLose, mayLast) = (true, true)
            lines[victim]?.removeFirst()
        default: time += Int.random(in: 0..<20_000, using: &numbers)
        }
    }

    // MARK: The world

    /// Lets something happen; returns false if nothing can happen any more.
    mutating func step() throws(Problem) -> Bool {
        if let complaint { throw problem(complaint) }
        try advanceLooks()
        let acting = processes.values.filter { canAct($0) }.map(\.number)
        let heard = lines.filter { !$0.value.isEmpty }.map(\.key)
        let choices = (acting.map { ($0, true) } + heard.map { ($0, false) })
            .sorted { ($0.0, $0.1 ? 0 : 1) < ($1.0, $1.1 ? 0 : 1) }
        if let (number, acts) = choices.randomElement(using: &numbers) {
            if acts { act(number) } else { hear(number) }
            return true
        }
        return pass()
    }

    /// Lets the time pass until something is due; returns false if nothing is.
    mutating func pass() -> Bool {
        var dues: [Int] = []
        if let limit { dues.append(limit.due) }
        if let startLimit { dues.append(startLimit.due) }
        dues += looks.values.compactMap { $0.limit?.due }
        for case .running(.sleep, _, let until?) in processes.values
            .filter({ $0.exit == nil && !$0.isStopped }).map(\.activity)
        {
            dues.append(until)
        }
        guard let next = dues.min() else { return false }
        time = max(time, next)
        if let due = limit, due.due <= time {
            limit = nil
            perform(chain.timeIsUp(due.0))
        } else if let due = startLimit, due.due <= time {
            startLimit = nil
            perform(chain.timeIsUp(due.0))
        } else {
            passLimitOfLook()
        }
        return true
    }

    /// Returns whether a process can do something.
    func canAct(_ process: SimulatedProcess) -> Bool {
        if process.canAct(at: time) { return true }
        guard process.exit == nil, !process.isStopped else { return false }
        switch process.activity {
        case .watching(let child):
            return !process.commands.isEmpty || processes[child]?.exit != nil
        case .adopting(let child, _): return processes[child]?.exit != nil
        default: return false
        }
    }

    /// Lets a process do its next step.
    mutating func act(_ number: Int) {
        guard var process = processes[number] else { return }
        defer { if processes[number]?.exit == nil { processes[number] = process } }
        switch process.activity {
        case .starting:
            report(.ready, number)
            process.activity = .idle
        case .idle: obey(&process)
        case .watching(let child):
            if !process.commands.isEmpty {
                switch process.commands.removeFirst() {
                case .leave:
                    processes[number] = process
                    end(number, .exited(0))
                case .adopt(let next): process.activity = .adopting(child, next: next)
                case .run(let copy, _, _): report(.closed, copy)
                case .branch(let branch): fork(branch, from: process)
                }
            } else if let exit = processes[child]?.exit {
                // What is left of the child is killed.
                for orphan in processes.values where orphan.parent == number && orphan.exit == nil {
                    if orphan.isBranch, planted != .branchesAreNotSpared { continue }
                    end(orphan.number, .killed(signal: SIGKILL))
                }
                report(.childEnded(exit), number)
                process.activity = .idle
            }
        case .adopting(_, let next): process.activity = .watching(next)
        case .forked(let deed, let value):
            report(.started(isInPlace: false), number)
            process.activity = .running(deed, value: value, until: time + 3000)
        case .running(let deed, let value, _): doDeed(deed, value, &process)
        }
    }

    /// Lets an idle process obey a command.
    mutating func obey(_ process: inout SimulatedProcess) {
        guard !process.commands.isEmpty else { return }
        switch process.commands.removeFirst() {
        case .leave:
            processes[process.number] = process
            end(process.number, .exited(0))
        case .adopt: break
        case .branch(let branch): fork(branch, from: process)
        case .run(let copy, let deed, let value) where [.runInPlace, .failInPlace].contains(deed):
            report(.started(isInPlace: true), process.number)
            process.activity = .running(deed, value: value, until: nil)
            lines[copy, default: []].append(.closed)
        case .run(let copy, let deed, let value):
            var child = SimulatedProcess(
                number: copy, parent: process.number, value: process.value,
                activity: .forked(deed, value: value))
            child.diesWithParent = true
            processes[copy] = child
            process.activity = .watching(copy)
        }
    }

    /// Lets a process fork the first process of a branch.
    mutating func fork(_ branch: Int, from process: SimulatedProcess) {
        var child = SimulatedProcess(
            number: branch, parent: process.number, value: process.value, activity: .starting)
        child.diesWithParent = true
        child.isBranch = true
        processes[branch] = child
    }

    /// Lets a process do what its cell says.
    mutating func doDeed(
        _ deed: SimulatedProcess.Deed, _ value: Int, _ process: inout SimulatedProcess
    ) {
        process.value = value
        switch deed {
        case .succeed, .sleep, .runInPlace, .noticeInterrupts:
            process.diesWithParent = false
            report(.finished(noticedInterrupt: process.isInterrupted), process.number)
            process.isInterrupted = false
            process.activity = .idle
        case .fail:
            report(.failed, process.number)
            processes[process.number] = process
            if planted == .failedCellsLive {
                process.activity = .idle
            } else {
                end(process.number, .exited(1))
            }
        case .failInPlace:
            report(.failed, process.number)
            process.activity = .idle
        case .end:
            processes[process.number] = process
            end(process.number, .exited(3))
        case .killParent:
            process.activity = .running(.loop, value: value, until: nil)
            processes[process.number] = process
            if let parent = process.parent { end(parent, .killed(signal: SIGKILL)) }
        case .killEverything:
            processes[process.number] = process
            for other in processes.keys.sorted() where !SimulatedLook.owns(other) {
                end(other, .killed(signal: SIGKILL))
            }
        case .loop, .ignoreInterrupts, .ask: break
        }
    }

    /// Ends a process.
    mutating func end(_ number: Int, _ exit: ProcessExit) {
        guard let process = processes[number], process.exit == nil else { return }
        processes[number]?.exit = exit
        report(.closed, number)
        for command in process.commands {
            switch command {
            case .run(let copy, _, _), .branch(let copy): report(.closed, copy)
            case .leave, .adopt: break
            }
        }
        var reaper = process.parent
        while let some = reaper, processes[some]?.exit != nil { reaper = processes[some]?.parent }
        for child in processes.values.filter({ $0.parent == number && $0.exit == nil }) {
            processes[child.number]?.parent = reaper
            if child.diesWithParent { end(child.number, .killed(signal: SIGKILL)) }
        }
    }

    /// Puts a report on a line.
    mutating func report(_ report: SimulatedProcess.Report, _ number: Int) {
        if case .childEnded = report, planted == .endsAreNotReported { return }
        lines[number, default: []].append(report)
    }

    // MARK: The kernel

    /// Lets the kernel read a report.
    mutating func hear(_ number: Int) {
        guard let report = lines[number]?.first else { return }
        lines[number]?.removeFirst()
        let (owner, own) = SimulatedLook.split(number)
        switch report {
        case .ready:
            if model[number] == nil, owner == 0 { model[number] = 0 }
            known.insert(number)
            tell(owner) { $0.noteReady() }
        case .started(let isInPlace):
            known.insert(number)
            tell(owner) { $0.started(own, isInPlace: isInPlace) }
        case .finished(let noticed):
            tell(owner) { $0.finished(own, noticedInterrupt: noticed, threads: 1) }
        case .failed: tell(owner) { $0.failed(own, .exited(code: 1)) }
        case .childEnded(let exit): tell(owner) { $0.childEnded(of: own, exit, nil) }
        case .closed:
            if planted != .closedLinesAreNotNoticed { tell(owner) { $0.lineClosed(of: own) } }
        }
    }

    /// Tells a chain what has happened: that of the session, number 0, or that of a look.
    mutating func tell(_ owner: Int, _ event: (inout ProcessChain) -> [ProcessChain.Effect]) {
        if owner == 0 { return perform(event(&chain)) }
        guard var branch = looks[owner]?.chain else { return }
        let effects = event(&branch)
        looks[owner]?.chain = branch
        perform(effects, of: owner)
    }

    /// Does what follows from an event.
    mutating func perform(_ effects: [ProcessChain.Effect]) {
        for effect in effects {
            switch effect {
            case .start(let number):
                processes[number] = SimulatedProcess(number: number, value: 0, activity: .starting)
                lines[number] = []
                known.insert(number)
                startLimit = (.start(generation: number), time + 60_000)
            case .signal(let number, let signal): send(signal, to: number)
            case .limit(let new): limit = planted == .noTimeLimits ? nil : (new, time + new.time)
            case .lift: limit = nil
            case .leave(let number):
                let number = planted == .wrongProcessLeaves ? chain.current ?? number : number
                processes[number]?.commands.append(.leave)
            case .adopt(let number, let parent): processes[parent]?.commands.append(.adopt(number))
            case .conclude(let ending, let run): (outcome, endedRun) = (ending, run)
            case .wentBack: isBack = true
            case .clear where planted == .nothingIsCleared: break
            case .clear:
                // The next session's processes are started by a later effect.
                for number in processes.keys.sorted() { end(number, .killed(signal: SIGKILL)) }
            case .branch(let request, let number): openLook(request, at: number)
            case .refuse where planted == .refusalsAreLost: break
            case .refuse(let request, let reason): refuseLook(request, because: reason)
            case .settled: break
            }
        }
        known = known.filter { SimulatedLook.owns($0) || chain.generations.contains($0) }
    }

    /// Sends a signal.
    mutating func send(_ signal: Int32, to number: Int) {
        story.append("  signal \(signal) to \(number)")
        guard known.contains(number) else { return }
        switch signal {
        case SIGKILL: if planted != .killsDoNothing { end(number, .killed(signal: signal)) }
        case SIGCONT: if planted != .wakingDoesNothing { processes[number]?.isStopped = false }
        case SIGINT: processes[number]?.isInterrupted = true
        case SIGABRT:
            guard case .running(let deed, _, _)? = processes[number]?.activity,
                deed != .ignoreInterrupts, processes[number]?.isStopped == false
            else { return }
            end(number, .killed(signal: signal))
        default: break
        }
    }

    // MARK: The comparison

    /// Compares each state that the session can use or go back to with the model.
    func compare() throws(Problem) {
        if let expected, chain.current != expected, !mayLose {
            throw problem("the session is at \(chain.current ?? 0) instead of \(expected)")
        }
        for number in chain.generations {
            guard let process = processes[number], process.exit == nil, let value = model[number]
            else { continue }
            if process.value != value {
                throw problem("state \(number) holds \(process.value) instead of \(value)")
            }
        }
    }

    /// A problem with the story.
    func problem(_ text: String) -> Problem {
        let states = processes.values.filter { $0.exit == nil }.sorted { $0.number < $1.number }
            .map { "\($0.number): \($0.activity)\($0.isStopped ? " stopped" : "")" }
        return Problem(description: "\(text)\n\(story.joined(separator: "\n"))\n\(states)")
    }
}

extension ProcessChain.TimeLimit {
    /// The time of the limit in milliseconds.
    var time: Int {
        switch self {
        case .start: 60_000
        case .copy, .branch: 30_000
        case .copyAfterInterrupt: 10_000
        case .grace: 500
        case .note: 300
        case .news, .gone: 5000
        }
    }
}
