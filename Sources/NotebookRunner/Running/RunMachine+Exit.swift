internal import JupyterClient
internal import JupyterProtocol

/// The end of the kernel, whose last messages may be lost.
extension RunMachine {
    /// Ends the run because the kernel has ended.
    ///
    /// The kernel's note says which cell was running; without one, it is the cell whose turn it was.
    mutating func kernelDidExit(_ exit: KernelExit, at now: Instant) -> [Action] {
        var actions = exit.cell.map { endCells(before: $0, at: now) } ?? []
        guard ending == nil else { return actions }
        guard let place = firstOpenPlace() else { return actions + end(.passed) }
        let cell = progress[place].report.cell
        let text = "the kernel ended with \(exit)\(phrase(about: place, from: exit.cell))"
        let error = ErrorContent(
            name: "DeadKernel", value: text, traceback: ["DeadKernel: \(text)"] + exit.lines)
        if stopping == nil {
            fold.apply(.error(error), to: cell)
            progress[place].report.error = error
            stopping = .died(cell: cell, exit)
        }
        actions += conclude(place, as: .died, at: now)
        return actions
    }

    /// Returns the end of a sentence that says what is known of a cell, given the kernel's note.
    private func phrase(about place: Int, from record: CellRecord?) -> String {
        guard let record, let noted = places[record.request] else {
            // The messages alone show only that a cell has begun.
            return progress[place].isBusy ? "" : ", in this cell or just before it"
        }
        let wasRunning = noted == place && record.state == .running
        return wasRunning ? "" : ", before this cell began"
    }

    /// Ends the cells that had ended according to the kernel's note, although their last messages
    /// have not arrived.
    private mutating func endCells(before record: CellRecord, at now: Instant) -> [Action] {
        guard let noted = places[record.request] else { return [] }
        let end = record.state == .running ? noted : noted + 1
        var actions: [Action] = []
        while ending == nil, stopping == nil, let place = firstOpenPlace(), place < end {
            let cell = progress[place].report.cell
            let warning =
                "the kernel ended before it had sent everything about cell \(cell + 1), which was "
                + "over; output may be missing"
            actions.append(.report(.warning(warning)))
            let isFailure = place == noted ? record.state == .failed : hasFailed(place)
            let status: CellStatus =
                isFailure ? plan.toleratesFailure(of: cell) ? .raised : .failed : .passed
            actions += conclude(place, as: status, at: now)
        }
        return actions
    }

    /// Returns whether a cell has failed as far as its messages show.
    private func hasFailed(_ place: Int) -> Bool {
        if case .failed? = progress[place].reply?.outcome { return true }
        return progress[place].isCondemned || fold.hasError(in: progress[place].report.cell)
    }
}
