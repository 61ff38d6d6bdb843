internal import CellEngine
internal import Display
internal import Evaluation
internal import Logging
internal import Processes

/// A cell that is run in a separate session, to test whether all parts work together.
///
/// The first one on a machine takes some seconds, because the compiler fills its cache of Clang
/// modules.
struct TrialCell {
    /// The configuration of the engine.
    let engine: EngineConfiguration

    /// The source, and the expected value.
    private static let expectation = (source: "1 + 1", value: "2")

    /// The outcome of the cell.
    struct Outcome {
        /// The duration, including the start of all processes.
        let duration: Duration
        /// The worker's assumptions about the runtime that do not hold here, and the consequences.
        let runtimeProblems: [String]
    }

    /// Runs the cell.
    ///
    /// - Throws: `CommandFailure` with the problem.
    func run() async throws(CommandFailure) -> Outcome {
        let start = ContinuousClock.now
        var log = Logger(label: "unroll", factory: { StreamLogHandler.standardError(label: $0) })
        log.logLevel = .critical
        let evaluator: SwiftEvaluator
        do {
            evaluator = try SwiftEvaluator(
                configuration: engine, loop: try EventLoop(), log: log)
        } catch {
            throw Self.failure(because: "\(error)")
        }
        let result = await evaluator.value(of: Self.expectation.source)
        let problems = await evaluator.runtimeProblems
        await evaluator.shutDown()
        switch result {
        case .failure(let failure): throw Self.failure(because: failure.message)
        case .success(let bundle):
            let value = bundle.plainText ?? "nothing"
            guard value == Self.expectation.value else {
                throw Self.failure(
                    because: "\(Self.expectation.source) came to \(value), not to "
                        + Self.expectation.value)
            }
        }
        return Outcome(duration: .now - start, runtimeProblems: problems)
    }

    /// Returns an error with a cause.
    private static func failure(because cause: String) -> CommandFailure {
        CommandFailure("could not run a cell: \(cause)", code: ExitStatus.noKernel)
    }
}
