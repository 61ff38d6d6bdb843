/// What the engine waits for: each wait ends after a time that is known beforehand, whoever is late.
///
/// `interrupt` and `shutDown` end every one of them earlier: what they end is named at each.
enum Wait: CaseIterable, Sendable {
    /// A worker process to say that it is there. Late: it is killed. Ended by the end of its line.
    case workerStart
    /// The session's process to fork for a cell. Late: it is woken, and killed when it is late again.
    /// An interrupt wakes it at once.
    case copy
    /// An interrupted cell's process to be forked. Late: the session's process is killed.
    case copyAfterInterrupt
    /// The process before a cell to say how the one that ran it has ended. Late: that one is killed and
    /// the others woken; late again and again, all are killed.
    case news
    /// A killed process to be gone. Late: it is no longer counted with.
    case end
    /// The compiler process to say with which toolchain it works. Late: it is killed.
    case greeting
    /// What the syntax of a cell tells. Late, or interrupted: the compiler process is killed.
    case analysis
    /// Whether a cell is complete. Late: the compiler process is killed.
    case completeness
    /// What could stand at a place, or what stands there. Late: the compiler process is killed.
    case assistance
    /// What a cell compiles to. Late, or interrupted: the compiler process is killed.
    case compilation

    /// The time after which the wait is over.
    var limit: Duration {
        switch self {
        case .workerStart: .seconds(60)
        case .copy: .seconds(30)
        case .copyAfterInterrupt: .seconds(10)
        case .news: .seconds(5)
        case .end: .seconds(10)
        case .greeting: .seconds(60)
        case .analysis: .seconds(30)
        case .completeness: .seconds(20)
        case .assistance: .seconds(60)
        case .compilation: .seconds(600)
        }
    }
}
