internal import JupyterClient
public import JupyterProtocol
public import NotebookDocument

/// Decides, from what a kernel says and how time passes, how a run goes on.
///
/// A pure state machine: it is told what happens and when, and answers with what to do.
public struct RunMachine: Sendable {
    /// A moment on the clock that the machine is told of.
    public typealias Instant = ContinuousClock.Instant

    /// What is to be done.
    public enum Action: Sendable, Hashable {
        /// Hand a cell to the kernel, and say under which identifier.
        case execute(cell: Int)
        /// Interrupt the kernel.
        case interrupt
        /// Answer a question with an empty line.
        case answer
        /// Say something on a comm.
        case say(CommMessage)
        /// Ask the kernel's process to end.
        case terminate
        /// End the kernel at once.
        case kill
        /// Say so when a moment has come.
        case wake(Alarm, at: Instant)
        /// Tell those who watch.
        case report(RunEvent)
        /// Stop listening: the run is over.
        case finish
    }

    /// Why a moment matters.
    public enum Alarm: Sendable, Hashable {
        /// A cell should have ended.
        case cellLimit(cell: Int)
        /// All cells should have ended.
        case totalLimit
        /// An interrupted cell should have ended.
        case grace
        /// A kernel that was asked to end should have done so.
        case lastGrace
        /// The other of the two messages that end a cell should have arrived.
        case missingMessage(cell: Int)
        /// A cell that the kernel has dropped may be handed over again.
        case droppedCell(Int)
    }

    /// How the run is to go.
    let options: RunOptions

    /// The cells to run.
    let plan: RunPlan

    /// What is known of each cell to run, in their order.
    var progress: [CellProgress]

    /// The places of cells among those to run, by their positions in the notebook.
    private let placesByCell: [Int: Int]

    /// The places of cells among those to run, by the identifiers of their requests.
    var places: [MessageID: Int] = [:]

    /// The place of the first cell that is not over.
    private var frontier = 0

    /// The outputs.
    public internal(set) var fold: OutputFold

    /// How the run ended, once it is certain.
    public internal(set) var ending: RunEnding?

    /// Why the run is being stopped, while the running cell is given time to end.
    var stopping: RunEnding?

    /// How many cells have been handed to the kernel.
    var sentCount = 0

    /// How long to wait for the second of the two messages that end a cell.
    static let missingMessageLimit = Duration.seconds(4)

    /// Makes a machine for a notebook.
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

    /// What became of the cells.
    public var reports: [CellReport] { progress.map(\.report) }

    /// The number of a cell's run, where the kernel gave one.
    public func executionCount(of cell: Int) -> Int? {
        place(of: cell).flatMap { progress[$0].executionCount }
    }

    /// Begins the run.
    public mutating func start(at now: Instant) -> [Action] {
        guard !progress.isEmpty else { return end(.passed) }
        let alarm = options.totalLimit.map { Action.wake(.totalLimit, at: now + $0) }
        return (alarm.map { [$0] } ?? []) + sendNext()
    }

    /// Notes under which identifier a cell was handed to the kernel.
    public mutating func didSend(cell: Int, as id: MessageID) {
        places[id] = place(of: cell)
    }

    /// Returns the place of a cell among those to run.
    func place(of cell: Int) -> Int? { placesByCell[cell] }

    /// Returns the place of the first cell that is not over; nothing, where all are.
    mutating func firstOpenPlace() -> Int? {
        while frontier < progress.count, progress[frontier].isOver { frontier += 1 }
        return frontier < progress.count ? frontier : nil
    }

    /// Hands over all cells, or the next one.
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
