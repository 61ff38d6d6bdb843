public import JupyterClient
internal import JupyterProtocol

extension RunMachine {
    /// Handles an event of the kernel.
    public mutating func handle(_ event: KernelEvent, at now: Instant) -> [Action] {
        guard ending == nil else { return [] }
        switch event.content {
        case .exit(let exit): return kernelDidExit(exit, at: now)
        case .refused(let problem): return [.report(.warning(problem))]
        case .malformed(let problem): return takeMalformed(problem, parent: event.parent)
        default: break
        }
        guard let parent = event.parent, let place = places[parent] else { return [] }
        switch event.content {
        case .status(.busy): return attend(place, at: now)
        case .status(.idle):
            progress[place].isIdle = true
            return advance(place, at: now)
        case .executeReply(let reply):
            progress[place].reply = reply
            progress[place].executionCount = reply.executionCount ?? progress[place].executionCount
            return advance(place, at: now)
        case .input(let input):
            progress[place].executionCount = input.executionCount
            return begin(place, at: now)
        case .inputRequest: return begin(place, at: now) + refuseInput(place, at: now)
        case .other(let message): return fold.apply(message).map { [.say($0)] } ?? []
        default:
            fold.apply(event.content, to: progress[place].report.cell, request: parent)
            return begin(place, at: now) + noteCut(place)
        }
    }

    /// Reports once that output of a cell is omitted.
    private mutating func noteCut(_ place: Int) -> [Action] {
        let cell = progress[place].report.cell
        guard !progress[place].report.isCut, fold.isCut(cell) else { return [] }
        progress[place].report.isCut = true
        let limit = options.outputLimit.map(OutputSize.text) ?? ""
        return [
            .report(
                .warning(
                    "the output of cell \(cell + 1) was cut, because a cell may put out \(limit); "
                        + "--output-limit allows more"))
        ]
    }

    /// Records that the kernel has started to serve a request, to run or to drop the cell.
    private mutating func attend(_ place: Int, at now: Instant) -> [Action] {
        guard !progress[place].isOver, progress[place].start == nil else { return [] }
        progress[place].start = now
        guard let limit = options.cellLimit else { return [] }
        return [.wake(.cellLimit(cell: progress[place].report.cell), at: now + limit)]
    }

    /// Records that a cell runs.
    private mutating func begin(_ place: Int, at now: Instant) -> [Action] {
        guard progress[place].report.status == .pending else { return [] }
        let actions = attend(place, at: now)
        progress[place].report.status = .running
        return actions + announce()
    }

    /// Reports the start of the running cell, once the end of the previous one has been reported.
    ///
    /// Replies and outputs come on different channels, so that the start of a cell may arrive
    /// before the end of the previous one.
    private mutating func announce() -> [Action] {
        guard let place = firstOpenPlace(), progress[place].isRunning,
            !progress[place].isAnnounced
        else { return [] }
        progress[place].isAnnounced = true
        return [.report(.began(progress[place].report))]
    }

    /// Ends a cell if both final messages have arrived, or waits for the other.
    private mutating func advance(_ place: Int, at now: Instant) -> [Action] {
        guard progress[place].isComplete else {
            // The idle status may belong to a request whose start was missed.
            let cell = progress[place].report.cell
            return [.wake(.missingMessage(cell: cell), at: now + Self.missingMessageLimit)]
        }
        return finish(place, at: now)
    }

    /// Ends a cell whose reply has arrived.
    mutating func finish(_ place: Int, at now: Instant) -> [Action] {
        guard !progress[place].isOver, let reply = progress[place].reply else { return [] }
        guard !progress[place].isCondemned else { return conclude(place, as: .failed, at: now) }
        switch reply.outcome {
        case .aborted where stopping == nil: return takeDropped(place, at: now)
        case .aborted: return conclude(place, as: .notRun, at: now)
        case .succeeded: return conclude(place, as: .passed, at: now)
        case .failed(let error):
            let cell = progress[place].report.cell
            if !fold.hasError(in: cell) { fold.apply(.error(error), to: cell) }
            progress[place].report.error = progress[place].report.error ?? error
            return conclude(
                place, as: plan.toleratesFailure(of: cell) ? .raised : .failed, at: now)
        }
    }

    /// Records the status of a cell, and continues or ends the run.
    mutating func conclude(_ place: Int, as status: CellStatus, at now: Instant) -> [Action] {
        progress[place].report.status = stoppedStatus(instead: status)
        progress[place].report.duration = progress[place].start.map { now - $0 } ?? .zero
        let report = progress[place].report
        var actions: [Action] = [.report(.ended(report))]
        if let stopping {
            actions += end(stopping)
        } else if report.status == .failed {
            actions += end(.failed(cell: report.cell))
        } else if firstOpenPlace() == nil {
            actions += end(.passed)
        } else {
            actions += announce() + handOverDropped() + sendNext()
        }
        return actions
    }

    /// Returns the status of a cell that was stopped.
    private func stoppedStatus(instead status: CellStatus) -> CellStatus {
        switch stopping {
        case .timedOut: .timedOut
        case .stopped: .stopped
        case .failed: .failed
        default: status
        }
    }
}
