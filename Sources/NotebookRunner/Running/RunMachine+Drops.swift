internal import JupyterClient
internal import JupyterProtocol

/// Some kernels drop the requests behind a failed cell although they are told not to, and continue
/// for a moment to drop new ones.
extension RunMachine {
    /// The pauses before a dropped cell is sent again, by the number of times it was dropped.
    private static let pauses: [Duration] = [
        .zero, .milliseconds(100), .milliseconds(400), .milliseconds(1600),
    ]

    /// Records that the kernel has dropped a cell, and sends it again if that is useful.
    mutating func takeDropped(_ place: Int, at now: Instant) -> [Action] {
        let report = progress[place].report
        let drops = progress[place].drops
        guard drops < Self.pauses.count else {
            let text = "the kernel dropped the cell \(drops + 1) times instead of running it"
            let error = ErrorContent(name: "Dropped", value: text, traceback: ["Dropped: \(text)"])
            fold.apply(.error(error), to: report.cell)
            progress[place].report.error = error
            return conclude(place, as: .failed, at: now)
        }
        progress[place] = CellProgress(report)
        progress[place].drops = drops + 1
        progress[place].isDropped = true
        let pause = Self.pauses[drops]
        guard pause > .zero else { return handOverDropped() }
        return [.wake(.droppedCell(report.cell), at: now + pause)]
    }

    /// Sends the next dropped cell again.
    ///
    /// Only one at a time: if the first were dropped once more and the following ones were not,
    /// these would run before it.
    mutating func handOverDropped() -> [Action] {
        guard let place = firstOpenPlace(), progress[place].isDropped else { return [] }
        progress[place].isDropped = false
        return [.execute(cell: progress[place].report.cell)]
    }
}
