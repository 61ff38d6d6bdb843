import CellEngine
import Display
import Evaluation
import Glibc
import Logging
import Processes
import Synchronization
import TestSupport

/// A session with a real compiler and a real worker, for tests.
final class TestSession: Sendable {
    /// The evaluator.
    let evaluator: SwiftEvaluator

    /// The number of cells run so far.
    private let count = Mutex(0)

    /// Starts a session.
    init(change: (inout EngineConfiguration) -> Void = { _ in }) throws {
        let products = Self.products
        var configuration = EngineConfiguration(
            compilerExecutable: "\(products)/cell-compiler",
            workerExecutable: "\(products)/cell-worker",
            moduleFolders: ["\(products)/Modules"] + [Self.kernelModuleFolder],
            moduleCache: "\(products)/cell-module-cache")
        change(&configuration)
        var log = Logger(label: "test")
        log.logLevel = .warning
        evaluator = try SwiftEvaluator(
            configuration: configuration, loop: try EventLoop(), log: log)
    }

    /// The folder of the package's built programs, which is that of the tests.
    static let products = BuiltPrograms.folder

    /// The module map of the C kernels, whose types are part of the toolkit's layout.
    private static let kernelModuleFolder = "\(Repository.root)/Sources/CVectorKernels/include"

    /// Runs a cell.
    ///
    /// - Parameters:
    ///   - interruptingAt: a text at whose appearance in the output the cell is interrupted.
    ///   - endingAt: a text at whose appearance in the output the session is ended.
    @discardableResult
    func run(
        _ code: String, identity: String? = nil, input: [String] = [], isSilent: Bool = false,
        interruptingAt mark: String? = nil, endingAt end: String? = nil
    ) async -> CellRecord {
        let number = count.withLock { count in
            count += 1
            return count
        }
        let cell = Cell(
            code: code, identity: identity, number: number, isSilent: isSilent,
            allowsInput: !input.isEmpty)
        return await run(cell, input: input, interruptingAt: mark, endingAt: end)
    }

    /// Runs a cell with a given number.
    @discardableResult
    func run(
        _ cell: Cell, input: [String] = [], interruptingAt mark: String? = nil,
        endingAt end: String? = nil
    ) async -> CellRecord {
        let recorder = Recorder(input: input) { [evaluator] text in
            if let mark, text.contains(mark) { Task { await evaluator.interrupt() } }
            if let end, text.contains(end) { Task { await evaluator.shutDown() } }
        }
        let outcome = await evaluator.evaluate(cell, observer: recorder)
        return CellRecord(events: recorder.events, times: recorder.times, outcome: outcome)
    }

    /// Runs a cell, and does something when a text appears in its output.
    func run(
        _ code: String, notingAt mark: String, _ note: @escaping @Sendable () -> Void
    ) async -> CellRecord {
        let recorder = Recorder(input: []) { if $0.contains(mark) { note() } }
        let outcome = await evaluator.evaluate(
            Cell(code: code, number: 99), observer: recorder)
        return CellRecord(events: recorder.events, times: recorder.times, outcome: outcome)
    }

    /// Runs a cell of a subshell beside the running one, and does something when a text appears in
    /// its output.
    func look(
        _ code: String, in subshell: String = "a", notingAt mark: String = "\0",
        _ note: @escaping @Sendable () -> Void = {}
    ) async -> CellRecord {
        let recorder = Recorder(input: []) { if $0.contains(mark) { note() } }
        let outcome = await evaluator.evaluateAside(
            Cell(code: code, number: 1), in: subshell, observer: recorder)
        return CellRecord(events: recorder.events, times: recorder.times, outcome: outcome)
    }

    /// Says something to an object of the session, as a client does.
    @discardableResult
    func receive(_ signal: CommSignal, interruptingAt mark: String? = nil) async -> CellRecord {
        let recorder = Recorder(input: []) { [evaluator] text in
            if let mark, text.contains(mark) { Task { await evaluator.interrupt() } }
        }
        let outcome = await evaluator.receive(signal, observer: recorder)
        return CellRecord(events: recorder.events, times: recorder.times, outcome: outcome)
    }

    /// Ends the session.
    func end() async { await evaluator.shutDown() }
}

/// An observer that records a cell's output.
private final class Recorder: EvaluationObserver {
    private struct State {
        var events: [EvaluationEvent] = []
        var times: [ContinuousClock.Instant] = []
        var input: [String]
    }

    private let state: Mutex<State>

    /// Receives text.
    private let hear: @Sendable (String) -> Void

    init(input: [String], hear: @escaping @Sendable (String) -> Void) {
        state = Mutex(State(input: input))
        self.hear = hear
    }

    var events: [EvaluationEvent] { state.withLock { $0.events } }

    var times: [ContinuousClock.Instant] { state.withLock { $0.times } }

    func observe(_ event: EvaluationEvent) {
        state.withLock { state in
            state.events.append(event)
            state.times.append(.now)
        }
        if case .text(let text, _) = event { hear(text) }
    }

    func line(at prompt: InputPrompt) async -> String? {
        state.withLock { $0.input.isEmpty ? nil : $0.input.removeFirst() }
    }
}

/// The record of a cell's evaluation.
struct CellRecord: Sendable {
    /// The events.
    let events: [EvaluationEvent]

    /// The times of the events.
    let times: [ContinuousClock.Instant]

    /// The outcome.
    let outcome: EvaluationOutcome

    /// Everything written to standard output.
    var output: String { text(.standardOutput) }

    /// Everything written to standard error, without colors.
    var errors: String { text(.standardError).withoutColors }

    /// The plain text of the result.
    var result: String? {
        for case .result(let bundle) in events { return bundle.plainText }
        return nil
    }

    /// Indicates whether the cell has succeeded.
    var isSuccess: Bool { failure == nil }

    /// The name of the cell's failure.
    var failureName: String? { failure?.name }

    /// The cell's failure.
    var failure: EvaluationFailure? {
        guard case .failed(let failure) = outcome else { return nil }
        return failure
    }

    /// The traceback of the failure, without colors.
    var story: String { (failure?.traceback.joined(separator: "\n") ?? "").withoutColors }

    /// Returns everything written to a stream.
    private func text(_ stream: OutputStreamName) -> String {
        events.reduce("") { text, event in
            guard case .text(let piece, stream) = event else { return text }
            return text + piece
        }
    }
}

extension String {
    /// The text without terminal colors.
    var withoutColors: String {
        replacing(/\u{1B}\[[0-9;]*m/, with: "")
    }
}
