import CellProtocol
import CellSession
import Glibc
import Processes
import TestSupport

extension SimulatedSession {
    // MARK: The user of a subshell

    /// Requests a branch with a state, or with the one before the running cell.
    mutating func requestLook(from state: Int?) {
        guard looks.count < 3 else { return }
        perform(chain.start())
        let (request, effects) = chain.branch(from: state)
        var look = SimulatedLook()
        look.since = time
        look.mayFail = mayLose || mayLast
        looks[request] = look
        story.append("look \(request) at \(state.map { "\($0)" } ?? "the state before")")
        perform(effects)
    }

    /// Interrupts the cells of all subshells.
    mutating func interruptLooks() {
        for id in looks.keys.sorted() where planted != .noInterrupts {
            if case .running? = looks[id]?.phase, looks[id]?.since == nil {
                looks[id]?.since = time
            }
            looks[id]?.mayFail = true
            tell(id) { $0.interrupt() }
        }
    }

    /// Notes that something happens after which looks may fail.
    mutating func disturbLooks() {
        for id in looks.keys { looks[id]?.mayFail = true }
    }

    /// Lets something go wrong with a process of a branch.
    mutating func disturb(_ victim: Int) {
        switch Int.random(in: 0..<3, using: &numbers) {
        case 0:
            story.append("kill \(victim) of a look")
            end(victim, .killed(signal: SIGKILL))
        case 1:
            story.append("stop \(victim) of a look")
            let owner = SimulatedLook.split(victim).owner
            // The kernel cannot end what it has not heard of; the end of the session does.
            switch processes[victim]?.activity {
            case .starting, .forked: looks[owner]?.mayHide = true
            default: break
            }
            processes[victim]?.isStopped = true
            if case .running? = looks[owner]?.phase { looks[owner]?.since = nil }
        default:
            guard let report = lines[victim]?.first, case .started = report else { return }
            story.append("lose a report of \(victim) of a look")
            looks[SimulatedLook.split(victim).owner]?.mayHide = true
            lines[victim]?.removeFirst()
        }
    }

    /// Lets the users of subshells do their next step; throws if one waits for too long.
    mutating func advanceLooks() throws(Problem) {
        for id in looks.keys.sorted() {
            guard let look = looks[id] else { continue }
            if let since = look.since, time - since > Self.deadline, look.phase != .closed {
                throw problem("look \(id) lasts \(time - since) ms in \(look.phase)")
            }
            switch look.phase {
            case .idle where look.chain.current == nil: looks[id]?.phase = .closed
            case .idle where look.isSpoiled: close(id)
            case .idle:
                if Int.random(in: 0..<8, using: &numbers) == 0 {
                    close(id)
                } else if Int.random(in: 0..<3, using: &numbers) == 0 {
                    try startCell(of: id)
                }
            case .running(let deed):
                guard let outcome = look.outcome else { continue }
                try conclude(outcome, of: deed, id)
            default: break
            }
        }
    }

    /// Ends all subshells, and checks that nothing is left of them.
    mutating func closeLooks() throws(Problem) {
        if looks.values.contains(where: { $0.phase == .requested }) {
            throw problem("a look is not answered")
        }
        for id in looks.keys.sorted() where looks[id]?.phase != .closed { close(id) }
        while looks.values.contains(where: { $0.phase != .closed }) {
            if try !step() { throw problem("a look does not end") }
        }
        while processes.values.contains(where: canAct)
            || lines.values.contains(where: { !$0.isEmpty })
        {
            _ = try step()
        }
        let left = processes.values.filter {
            guard let look = looks[SimulatedLook.split($0.number).owner] else { return false }
            return $0.exit == nil && !look.mayHide
        }
        if !left.isEmpty { throw problem("processes \(left.map(\.number)) of looks live on") }
    }

    /// Ends the branch of a subshell.
    private mutating func close(_ id: Int) {
        story.append("close look \(id)")
        looks[id]?.phase = .closing
        looks[id]?.since = time
        if planted == .branchesAreNotClosed {
            looks[id]?.phase = .closed
        } else {
            tell(id) { $0.close() }
        }
    }

    /// Runs a cell of a subshell.
    private mutating func startCell(of id: Int) throws(Problem) {
        let deeds = SimulatedProcess.Deed.allCases.filter { $0 != .killEverything }
        guard let look = looks[id], let deed = deeds.randomElement(using: &numbers),
            let current = look.chain.current
        else { return }
        let first = SimulatedLook.number(current, of: id)
        if let process = processes[first], process.exit == nil, process.value != look.value {
            throw problem("look \(id) finds \(process.value) instead of \(look.value)")
        }
        guard let (own, effects) = looks[id]?.chain.begin() else {
            throw problem("no cell of look \(id) could begin")
        }
        let copy = SimulatedLook.number(own, of: id)
        let value = Int.random(in: 1..<1_000_000, using: &numbers)
        story.append("cell \(copy) of look \(id): \(deed)")
        looks[id]?.phase = .running(deed)
        looks[id]?.outcome = nil
        looks[id]?.since = deed.isEndless ? nil : time
        lines[copy] = []
        if processes[first]?.exit == nil, processes[first] != nil {
            processes[first]?.commands.append(.run(copy: copy, deed, value: value))
        } else {
            lines[copy] = [.closed]
        }
        perform(effects, of: id)
    }

    /// Checks the outcome of a subshell's cell, and drops what the cell has changed.
    private mutating func conclude(
        _ outcome: RunOutcome.Ending, of deed: SimulatedProcess.Deed, _ id: Int
    ) throws(Problem) {
        if looks[id]?.mayFail == false, deed != .killParent {
            switch (outcome, deed) {
            case (.finished, .succeed), (.finished, .sleep), (.finished, .runInPlace),
                (.failed, .fail), (.failed, .failInPlace), (.ended, .end):
                break
            default: throw problem("look \(id) ended with \(outcome) instead of \(deed)")
            }
        }
        looks[id]?.outcome = nil
        looks[id]?.phase = .goingBack
        looks[id]?.since = time
        if [.runInPlace, .failInPlace].contains(deed) { looks[id]?.isSpoiled = true }
        if planted == .looksAreNotUndone {
            looks[id]?.phase = .idle
        } else {
            tell(id) { $0.goBack(to: 1) }
        }
    }

    // MARK: The kernel

    /// Lets a process fork the first process of a branch.
    mutating func openLook(_ request: Int, at number: Int) {
        let source = planted == .branchesHaveTheNewestState ? chain.current ?? number : number
        let first = SimulatedLook.number(1, of: request)
        let (chain, effects) = ProcessChain.branchedOff()
        looks[request]?.chain = chain
        looks[request]?.phase = .opening
        looks[request]?.value = model[number] ?? 0
        lines[first] = []
        if processes[source]?.exit == nil {
            processes[source]?.commands.append(.branch(first))
        } else {
            lines[first] = [.closed]
        }
        perform(effects, of: request)
    }

    /// Notes that there is no branch.
    mutating func refuseLook(_ request: Int, because reason: ProcessChain.BranchRefusal) {
        story.append("look \(request) is refused: \(reason)")
        if case .isGone = reason, looks[request]?.mayFail == false, !mayLose {
            complaint = "look \(request) is refused"
        }
        looks[request]?.phase = .closed
    }

    /// Does what follows from an event in a branch.
    mutating func perform(_ effects: [ProcessChain.Effect], of id: Int) {
        for effect in effects {
            switch effect {
            case .signal(let own, let signal):
                send(signal, to: SimulatedLook.number(own, of: id))
            case .limit(let new):
                looks[id]?.limit = planted == .noTimeLimits ? nil : (new, time + new.time)
            case .lift: looks[id]?.limit = nil
            case .conclude(let ending, let run):
                looks[id]?.outcome = ending
                if run.isInPlace { looks[id]?.isSpoiled = true }
            case .wentBack:
                let isOver = looks[id]?.phase == .closing || looks[id]?.chain.current == nil
                looks[id]?.phase = isOver ? .closed : .idle
            case .settled:
                guard looks[id]?.phase == .opening else { continue }
                let isThere = looks[id]?.chain.current != nil
                looks[id]?.phase = isThere ? .idle : .closed
                looks[id]?.since = nil
                if !isThere, looks[id]?.mayFail == false { complaint = "look \(id) got no branch" }
            case .start, .leave, .adopt, .clear, .branch, .refuse:
                complaint = "a branch asks for \(effect)"
            }
        }
        if looks[id]?.phase == .idle { looks[id]?.since = nil }
        known = known.filter { number in
            let (owner, own) = SimulatedLook.split(number)
            return owner != id || looks[id]?.chain.generations.contains(own) == true
        }
    }

    /// Handles that the first time limit of a branch has passed.
    mutating func passLimitOfLook() {
        for id in looks.keys.sorted() {
            guard let due = looks[id]?.limit, due.due <= time else { continue }
            looks[id]?.limit = nil
            tell(id) { $0.timeIsUp(due.0) }
            return
        }
    }
}
