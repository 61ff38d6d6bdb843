import Display
import Evaluation
import Synchronization

/// An evaluator whose behavior a test defines.
final class FakeEvaluator: Evaluator {
    typealias Behaviour = @Sendable (Cell, any EvaluationObserver) async -> EvaluationOutcome

    /// A record of all calls, in order.
    struct Record: Sendable {
        var cells: [Cell] = []
        var expectations: [[Cell]] = []
        var interrupts = 0
        var positions: [Int] = []
        var hasShutDown = false
        var states: [String] = []
        var closedSubshells: [String] = []
    }

    private let records = Mutex(Record())
    let interrupted = Gate()
    let hasShutDown = Gate()
    let expectation: AsyncStream<[Cell]>
    private let expected: AsyncStream<[Cell]>.Continuation
    private let behaviour: Behaviour
    private let openComms: [String: String]
    private let completion: @Sendable () async -> Void

    /// Creates an evaluator with the behavior of its cells.
    init(
        _ behaviour: @escaping Behaviour = { _, _ in .succeeded }, comms: [String: String] = [:],
        completing completion: @escaping @Sendable () async -> Void = {}
    ) {
        (expectation, expected) = AsyncStream.makeStream()
        self.completion = completion
        openComms = comms
        self.behaviour = behaviour
    }

    var record: Record { records.withLock { $0 } }

    func evaluate(_ cell: Cell, observer: any EvaluationObserver) async -> EvaluationOutcome {
        records.withLock { $0.cells.append(cell) }
        return await behaviour(cell, observer)
    }

    func evaluateAside(
        _ cell: Cell, in subshell: String, observer: any EvaluationObserver
    ) async -> EvaluationOutcome {
        observer.observe(.text("aside", to: .standardOutput))
        return .succeeded
    }

    func closeSubshell(_ subshell: String) async {
        records.withLock { $0.closedSubshells.append(subshell) }
    }

    func expect(_ upcoming: [Cell]) async {
        records.withLock { $0.expectations.append(upcoming) }
        expected.yield(upcoming)
    }

    func value(of expression: String) async -> Result<MIMEBundle, EvaluationFailure> {
        guard expression != "bad" else { return .failure(.test) }
        return .success(MIMEBundle(text: "value of \(expression)"))
    }

    func interrupt() async {
        records.withLock { $0.interrupts += 1 }
        interrupted.open()
    }

    func completions(in code: String, at position: Int) async -> Completions {
        records.withLock { $0.positions.append(position) }
        await completion()
        return Completions(
            replacedRange: 0..<position,
            candidates: [Completion(text: "print", kind: "function", signature: "(Any...)")])
    }

    func inspection(
        of code: String, at position: Int, detail: InspectionDetail
    ) async -> MIMEBundle? {
        records.withLock { $0.positions.append(position) }
        return code == "unknown" ? nil : MIMEBundle(text: "\(code), \(detail)")
    }

    func completeness(of code: String) async -> Completeness {
        switch code {
        case "{": .incomplete(indentation: "    ")
        case "}": .invalid
        case "?": .unknown
        default: .complete
        }
    }

    func receive(
        _ signal: CommSignal, observer: any EvaluationObserver
    ) async -> EvaluationOutcome {
        await behaviour(Cell(code: "\(signal.comm): \(signal.dataJSON)", number: 0), observer)
    }

    func answer(to signal: CommSignal) async -> [CommSignal] {
        [CommSignal(.message, comm: signal.comm, dataJSON: #"{"method":"update_states"}"#)]
    }

    func comms() async -> [String: String] { openComms }

    func note(_ stateJSON: String, ofComm comm: String) async {
        records.withLock { $0.states.append("\(comm): \(stateJSON)") }
    }

    func variables() async -> [Variable] {
        [
            Variable(name: "a", type: "Int", value: "1"),
            Variable(name: "b", type: "[Int]", value: "[1]", shape: "1"),
        ]
    }

    func value(ofVariable name: String) async -> MIMEBundle? {
        name == "a" ? MIMEBundle(text: "1") : nil
    }

    func shutDown() async {
        records.withLock { $0.hasShutDown = true }
        interrupted.open()
        hasShutDown.open()
    }
}

extension EvaluationFailure {
    /// The failure that tests use.
    static let test = EvaluationFailure(
        name: "TestError", message: "it failed", traceback: ["TestError: it failed", "in cell 1"])
}

extension EvaluationOutcome {
    /// The outcome of an interrupted cell.
    static let interrupted = EvaluationOutcome.failed(
        EvaluationFailure(name: "Interrupted", message: "interrupted", traceback: []))
}
