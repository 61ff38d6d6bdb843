import CellCompiler
import CellProtocol
import CellSession
import Evaluation

/// A session whose cells are planned and committed without a compiler or a process.
struct TrialSession {
    /// The session.
    var session = Session()

    /// The number of cells so far.
    private var count = 0

    /// The numbers of the states so far.
    private var states: [Int] = []

    /// The result of a cell.
    struct Step {
        /// The plan.
        let plan: CellPlan
        /// The notes on other cells, without colors.
        let notes: [String]
    }

    /// Plans a cell, or throws the reason of its rejection.
    func plan(_ code: String, identity: String? = nil) throws -> CellPlan {
        let cell = Cell(code: code, identity: identity, number: count + 1)
        return try session.planning(cell, CellAnalyzer(source: code).analysis())
    }

    /// Commits a cell.
    @discardableResult
    mutating func run(_ code: String, identity: String? = nil) throws -> Step {
        count += 1
        let cell = Cell(code: code, identity: identity, number: count)
        let plan = try session.planning(cell, CellAnalyzer(source: code).analysis())
        states.append(count)
        let stale = session.commit(plan, cell, as: count, reachable: states)
        return Step(plan: plan, notes: stale.map { $0.sentence.withoutColors })
    }

    /// Records the failure of a cell.
    mutating func fail(_ code: String) {
        count += 1
        session.noteFailure(
            of: Cell(code: code, number: count),
            declaring: CellAnalyzer(source: code).analysis().declarations)
    }
}

extension String {
    /// The text without terminal colors.
    var withoutColors: String { replacing(/\u{1B}\[[0-9;]*m/, with: "") }
}

extension CellPlan {
    /// The individually imported names, with their kinds.
    var importedNames: [String] { imports.names.map { "\($0.kind) \($0.name.name)" }.sorted() }
}
