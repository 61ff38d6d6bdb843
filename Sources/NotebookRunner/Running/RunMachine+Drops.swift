internal import JupyterClient
internal import JupyterProtocol

/// Some kernels drop what waits behind a cell that fails even when they are told not to, and go on for
/// a moment to drop what arrives.
extension RunMachine {
    /// How long a cell waits before it is handed over again, after each time that it was dropped.
    private static let pauses: [Duration] = [
        .zero, .milliseconds(100), .milliseconds(400), .milliseconds(1600),
    ]

    /// Notes that the kernel has dropped a cell; hands it over again where that makes sense.
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

    /// Hands the next cell over again, where it was dropped.
    ///
    /// One at a time: were the first dropped once more, and not those behind it, these would run
    /// before it.
    mutating func handOverDropped() -> [Action] {
        guard let place = firstOpenPlace(), progress[place].isDropped else { return [] }
        progress[place].isDropped = false
        return [.execute(cell: progress[place].report.cell)]
    }
}
