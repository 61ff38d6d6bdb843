internal import JupyterClient
internal import JupyterProtocol

extension RunMachine {
    /// Handles an alarm.
    public mutating func handle(_ alarm: Alarm, at now: Instant) -> [Action] {
        guard ending == nil else { return [] }
        switch alarm {
        case .cellLimit(let cell):
            guard let limit = options.cellLimit, runningCell == cell else { return [] }
            return interrupt(for: .timedOut(cell: cell, limit: limit), at: now)
        case .totalLimit:
            guard let limit = options.totalLimit else { return [] }
            return interrupt(for: .timedOut(cell: runningCell, limit: limit), at: now)
        case .grace: return [.terminate, .wake(.lastGrace, at: now + options.lastGrace)]
        case .lastGrace: return [.kill]
        case .missingMessage(let cell):
            return giveUpWaiting(forMessageOf: cell, at: now)
        case .droppedCell:
            return stopping == nil ? handOverDropped() : []
        }
    }

    /// Stops the run on request; a second request does not wait for the running cell.
    public mutating func stop(at now: Instant) -> [Action] {
        guard ending == nil else { return [] }
        return stopping == nil ? interrupt(for: .stopped, at: now) : [.kill]
    }

    /// The cell that is running.
    private var runningCell: Int? { progress.first(where: \.isBusy)?.report.cell }

    /// Interrupts the running cell, or ends the run if no cell is running.
    private mutating func interrupt(for reason: RunEnding, at now: Instant) -> [Action] {
        guard stopping == nil else { return [] }
        guard let place = progress.firstIndex(where: \.isBusy) else { return end(reason) }
        stopping = reason
        if case .timedOut(_, let limit) = reason { note(limit, in: place) }
        return [.interrupt, .wake(.grace, at: now + options.grace)]
    }

    /// Adds an error about the time limit to the notebook, before the kernel's own error.
    private mutating func note(_ limit: Duration, in place: Int) {
        let text = "the cell did not end within \(limit.inSeconds)"
        let error = ErrorContent(name: "Timeout", value: text, traceback: ["Timeout: \(text)"])
        fold.apply(.error(error), to: progress[place].report.cell)
        progress[place].report.error = error
    }

    /// Continues without the second of the two final messages of a cell.
    private mutating func giveUpWaiting(forMessageOf cell: Int, at now: Instant) -> [Action] {
        guard let place = place(of: cell), !progress[place].isOver
        else { return [] }
        let number = cell + 1
        guard progress[place].reply == nil else {
            let warning =
                "the kernel did not say that cell \(number) was over; output may be missing"
            return [.report(.warning(warning))] + finish(place, at: now)
        }
        guard progress[place].isIdle else { return [] }
        guard !progress[place].isCondemned else { return conclude(place, as: .failed, at: now) }
        let text = "the kernel never answered the request to run cell \(number)"
        let error = ErrorContent(name: "NoReply", value: text, traceback: ["NoReply: \(text)"])
        fold.apply(.error(error), to: cell)
        progress[place].report.error = error
        return conclude(place, as: .failed, at: now)
    }
}
