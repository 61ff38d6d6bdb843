internal import JupyterClient
public import JupyterProtocol
public import NotebookDocument

/// The state machine of a run, driven by the kernel's events and by time.
///
/// It has no side effects: it receives events with their times, and returns actions to perform.
public struct RunMachine: Sendable {
    /// A time of the clock that the machine receives.
    public typealias Instant = ContinuousClock.Instant

    /// An action to perform.
    public enum Action: Sendable, Hashable {
        /// Sends a cell to the kernel, and reports the ID of the request by `didSend`.
        case execute(cell: Int)
        /// Interrupt the kernel.
        case interrupt
        /// Answers a request for input with an empty line.
        case answer
        /// Sends a message on a comm.
        case say(CommMessage)
        /// Sends SIGTERM to the kernel's process.
        case terminate
        /// Kills the kernel.
        case kill
        /// Schedules an alarm.
        case wake(Alarm, at: Instant)
        /// Reports an event to observers.
        case report(RunEvent)
        /// Ends the run.
        case finish
    }

    /// The purpose of an alarm.
    public enum Alarm: Sendable, Hashable {
        /// The time limit of a cell.
        case cellLimit(cell: Int)
        /// The time limit of the whole run.
        case totalLimit
        /// The limit after an interrupt of a cell.
        case grace
        /// The limit after SIGTERM to the kernel.
        case lastGrace
        /// The limit for the second of the two final messages of a cell.
        case missingMessage(cell: Int)
        /// The time at which a dropped cell may be sent again.
        case droppedCell(Int)
    }

    /// The options of the run.
    let options: RunOptions

    /// The cells to run.
    let plan: RunPlan

    /// The progress of the cells to run, in order.
    var progress: [CellProgress]

    /// The positions among the cells to run, by the index in the notebook.
    private let placesByCell: [Int: Int]

    /// The positions among the cells to run, by the ID of the request.
    var places: [MessageID: Int] = [:]

    /// The position of the first cell that is not over.
    private var frontier = 0

    /// The outputs.
    public internal(set) var fold: OutputFold

    /// The ending of the run, once it is known.
    public internal(set) var ending: RunEnding?

    /// The reason why the run is being stopped, while the running cell may still end.
    var stopping: RunEnding?

    /// The number of cells sent to the kernel.
    var sentCount = 0

    /// The time to wait for the second of the two final messages of a cell.
    static let missingMessageLimit = Duration.seconds(4)

    /// Creates a machine for a notebook.
    public init(_ notebook: Notebook, plan: RunPlan, options: RunOptions) {
        self.options = options
        self.plan = plan
        fold = OutputFold(limit: options.outputLimit)
        placesByCell = Dictionary(
            uniqueKeysWithValues: plan.cells.enumerated().map { ($1, $0) })
        progress = plan.cells.enumerated().map { ordinal, cell in
            CellProgress(
                CellReport(
                    cell: cell, ordinal: ordinal + 1, total: plan.cells.count,
                    title: CellTitle.of(notebook.cells[cell].source), status: .pending,
                    duration: .zero))
        }
    }

    /// The reports of the cells.
    public var reports: [CellReport] { progress.map(\.report) }

    /// Returns the execution count of a cell, or `nil` if the kernel sent none.
    public func executionCount(of cell: Int) -> Int? {
        place(of: cell).flatMap { progress[$0].executionCount }
    }

    /// Starts the run.
    public mutating func start(at now: Instant) -> [Action] {
        guard !progress.isEmpty else { return end(.passed) }
        let alarm = options.totalLimit.map { Action.wake(.totalLimit, at: now + $0) }
        return (alarm.map { [$0] } ?? []) + sendNext()
    }

    /// Records the ID of the request for a cell.
    public mutating func didSend(cell: Int, as id: MessageID) {
        places[id] = place(of: cell)
    }

    /// Returns the position of a cell among those to run.
    func place(of cell: Int) -> Int? { placesByCell[cell] }

    /// Returns the position of the first cell that is not over, or `nil` if all are.
    mutating func firstOpenPlace() -> Int? {
        while frontier < progress.count, progress[frontier].isOver { frontier += 1 }
        return frontier < progress.count ? frontier : nil
    }

    /// Sends all cells, or the next one.
    mutating func sendNext() -> [Action] {
        let rest = progress[sentCount...]
        let next = options.handsOverAtOnce ? rest : rest.prefix(1)
        sentCount += next.count
        return next.map { .execute(cell: $0.report.cell) }
    }

    /// Ends the run.
    mutating func end(_ ending: RunEnding) -> [Action] {
        guard self.ending == nil else { return [] }
        self.ending = ending
        for index in progress.indices where !progress[index].isOver {
            progress[index].report.status = .notRun
        }
        return [.finish]
    }
}
