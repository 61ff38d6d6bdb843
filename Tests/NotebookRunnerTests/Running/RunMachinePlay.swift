import JSON
import JupyterClient
import JupyterProtocol
import NotebookDocument
import NotebookRunner

/// A machine, fed with what a kernel says of cells that are named by their positions.
struct RunMachinePlay {
    /// The machine.
    var machine: RunMachine

    /// What the machine said last.
    var actions: [RunMachine.Action] = []

    /// The moment at which the run began.
    let start = ContinuousClock.now

    /// Seconds since then.
    var elapsed = 0

    /// Begins a run of some sources.
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

    /// The moment that it is.
    private var now: ContinuousClock.Instant { start + .seconds(elapsed) }

    /// Notes actions, and hands cells over as the kernel would get them.
    mutating func perform(_ actions: [RunMachine.Action]) {
        self.actions = actions
        for case .execute(let cell) in actions {
            machine.didSend(cell: cell, as: MessageID(rawValue: "request \(cell)"))
        }
    }

    /// Lets the kernel say something of a cell.
    mutating func say(_ content: KernelEvent.Content, of cell: Int?) {
        let parent = cell.map { MessageID(rawValue: "request \($0)") }
        perform(machine.handle(KernelEvent(parent: parent, content), at: now))
    }

    /// Lets the kernel run a cell to its end.
    mutating func finish(_ cell: Int, as outcome: ExecuteReply.Outcome = .passed) {
        say(.status(.busy), of: cell)
        say(.executeReply(ExecuteReply(executionCount: cell + 1, outcome: outcome)), of: cell)
        say(.status(.idle), of: cell)
    }

    /// Lets a moment come.
    mutating func reach(_ alarm: RunMachine.Alarm) { perform(machine.handle(alarm, at: now)) }

    /// Asks for the end.
    mutating func stop() { perform(machine.stop(at: now)) }

    /// How the cells fare.
    var statuses: [CellStatus] { machine.reports.map(\.status) }

    /// The cells that were to be handed over last.
    var sent: [Int] {
        actions.compactMap { action in
            guard case .execute(let cell) = action else { return nil }
            return cell
        }
    }

    /// The beginnings and ends that were reported last, by the cells' ordinals.
    var reported: [String] {
        actions.compactMap { action in
            switch action {
            case .report(.began(let report)): "began \(report.ordinal)"
            case .report(.ended(let report)): "ended \(report.ordinal)"
            default: nil
            }
        }
    }

    /// The errors among the outputs of a cell, by their names.
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
