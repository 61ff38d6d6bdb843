import JSON
import JupyterClient
import JupyterProtocol
import NotebookDocument
import NotebookRunner

/// A machine that receives a kernel's messages, in which cells are named by their indices.
struct RunMachinePlay {
    /// The machine.
    var machine: RunMachine

    /// The latest actions of the machine.
    var actions: [RunMachine.Action] = []

    /// The start of the run.
    let start = ContinuousClock.now

    /// The seconds since then.
    var elapsed = 0

    /// Starts a run of some sources.
    init(
        _ sources: [String], tags: [Int: String] = [:],
        configure: (inout RunOptions) -> Void = { _ in }
    ) {
        var options = RunOptions()
        configure(&options)
        let notebook = Notebook(
            cells: sources.enumerated().map { index, source in
                let metadata: JSONObject =
                    tags[index].map { ["tags": .array([.string($0)])] } ?? [:]
                return NotebookCell(.code, source: source, metadata: metadata)
            })
        let plan = RunPlan(notebook, allowsErrors: options.allowsErrors)
        machine = RunMachine(notebook, plan: plan, options: options)
        perform(machine.start(at: start))
    }

    /// The current time.
    private var now: ContinuousClock.Instant { start + .seconds(elapsed) }

    /// Records actions, and sends cells as to a kernel.
    mutating func perform(_ actions: [RunMachine.Action]) {
        self.actions = actions
        for case .execute(let cell) in actions {
            machine.didSend(cell: cell, as: MessageID(rawValue: "request \(cell)"))
        }
    }

    /// Passes a message about a cell to the machine.
    mutating func say(_ content: KernelEvent.Content, of cell: Int?) {
        let parent = cell.map { MessageID(rawValue: "request \($0)") }
        perform(machine.handle(KernelEvent(parent: parent, content), at: now))
    }

    /// Passes the messages of a completed cell to the machine.
    mutating func finish(_ cell: Int, as outcome: ExecuteReply.Outcome = .passed) {
        say(.status(.busy), of: cell)
        say(.executeReply(ExecuteReply(executionCount: cell + 1, outcome: outcome)), of: cell)
        say(.status(.idle), of: cell)
    }

    /// Lets an alarm fire.
    mutating func reach(_ alarm: RunMachine.Alarm) { perform(machine.handle(alarm, at: now)) }

    /// Stops the run.
    mutating func stop() { perform(machine.stop(at: now)) }

    /// The statuses of the cells.
    var statuses: [CellStatus] { machine.reports.map(\.status) }

    /// The cells in the latest actions to execute.
    var sent: [Int] {
        actions.compactMap { action in
            guard case .execute(let cell) = action else { return nil }
            return cell
        }
    }

    /// The starts and ends in the latest actions, by the cells' ordinals.
    var reported: [String] {
        actions.compactMap { action in
            switch action {
            case .report(.began(let report)): "began \(report.ordinal)"
            case .report(.ended(let report)): "ended \(report.ordinal)"
            default: nil
            }
        }
    }

    /// Returns the names of the errors among a cell's outputs.
    func errors(of cell: Int) -> [String] {
        machine.fold.outputs(of: cell).compactMap { output in
            guard case .error(let name, _, _) = output.content else { return nil }
            return name
        }
    }
}

extension ExecuteReply.Outcome {
    /// The outcome of a cell that ran to its end.
    static let passed = Self.succeeded(payloads: [], userExpressions: [])

    /// The outcome of a cell that failed.
    static let failed = Self.failed(ErrorContent(name: "E", value: "v"))
}
