/// The waits of the engine, each with a time limit and a way to end it.
///
/// `interrupt` and `shutDown` end all of them earlier; the effect is documented at each.
enum Wait: CaseIterable, Sendable {
    /// Waits for a worker process to report that it is ready. At the limit, it is killed. The
    /// closing of its channel ends the wait.
    case workerStart
    /// Waits for the session's process to fork for a cell. At the limit, it is woken, and at the
    /// next limit killed. An interrupt wakes it at once.
    case copy
    /// Waits for an interrupted cell's process to be forked. At the limit, the session's process is
    /// killed.
    case copyAfterInterrupt
    /// Waits for an interrupted cell to end by itself; `interruptGrace` of the configuration is its
    /// limit. At the limit, its process is told to note where it is and to end.
    case grace
    /// Waits for an interrupted cell's process to note where it is. At the limit, it is killed.
    case note
    /// Waits for the process before a cell to report the end of the one that ran it. At the limit,
    /// the latter is killed and the others are woken; after repeated limits, all are killed.
    case news
    /// Waits, in `%undo`, for the end of a process to be reported by the one it was forked from. At
    /// the limit, the latter is woken; after repeated limits, all are killed.
    case gone
    /// Waits for a process to be forked that keeps a state for a subshell. At the limit, the
    /// subshell's cell fails.
    case branch
    /// Waits for a killed process to be gone. At the limit, it is ignored.
    case end
    /// Waits for the compiler process to report its toolchain. At the limit, it is killed.
    case greeting
    /// Waits for the syntactic analysis of a cell. At the limit or an interrupt, the compiler
    /// process is killed.
    case analysis
    /// Waits for the completeness of a cell. At the limit, the compiler process is killed.
    case completeness
    /// Waits for completions or information at a position. At the limit, the compiler process is
    /// killed.
    case assistance
    /// Waits for the compilation of a cell that is optimized: the optimizer of Swift 6.3 does not
    /// come to an end with a constant in a loop without an exit. At the limit, the compiler process
    /// is killed and the cell compiled without optimization; at an interrupt, it is killed.
    case optimization
    /// Waits for the compilation of a cell. At the limit or an interrupt, the compiler process is
    /// killed.
    case compilation

    /// The time limit of the wait.
    var limit: Duration {
        switch self {
        case .workerStart: .seconds(60)
        case .copy, .branch: .seconds(30)
        case .copyAfterInterrupt: .seconds(10)
        case .grace: .milliseconds(500)
        case .note: .milliseconds(200)
        case .news, .gone: .seconds(5)
        case .end: .seconds(10)
        case .greeting: .seconds(60)
        case .analysis: .seconds(30)
        case .completeness: .seconds(20)
        case .assistance: .seconds(60)
        case .optimization: .seconds(30)
        case .compilation: .seconds(600)
        }
    }
}
