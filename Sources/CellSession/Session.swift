package import CellProtocol
package import Evaluation

/// A session: what its cells have declared, and what follows from one that succeeds, fails, is undone or
/// is lost.
///
/// A value, which knows no process: whoever runs cells gives each state a number, and says to which it
/// has come back.
package struct Session: Sendable {
    /// A state of the session.
    package struct State: Sendable {
        /// The names as cells mean them.
        package fileprivate(set) var table: SessionTable
        /// The cells that the session is made of, in the order in which they ran.
        package fileprivate(set) var history: [Cell]
        /// The number of the cell that led to it.
        package let cellNumber: Int
        /// That cell's first line.
        package let title: String
    }

    /// The names as cells mean them now.
    package private(set) var table = SessionTable()

    /// The cells that the session is made of, in the order in which they ran.
    package private(set) var history: [Cell] = []

    /// The number of the present state; nil, while no cell has run.
    package private(set) var number: Int?

    /// The states that can be gone back to, by number.
    private var states: [Int: State] = [:]

    /// The cells that were lost with the process that ran them, and could be run again.
    package private(set) var lostCells: [Cell] = []

    /// What the person calls the cells.
    package private(set) var names = CellNames()

    /// What became of names that cannot be used.
    private var fates = NameFates()

    /// Whether the person has been told that cells run beside threads, without a way back.
    package private(set) var hasWarnedOfThreads = false

    /// Begins a session in which no cell has run.
    package init() {}

    /// What is known of names that a cell lacks or may not change.
    package var hints: NameHints { NameHints(table: table, fates: fates) }

    /// Returns the state of a number; nil, where nobody can go back to it.
    package subscript(number: Int) -> State? { states[number] }

    // MARK: Planning

    /// Plans a cell.
    ///
    /// - Parameters:
    ///   - table: the names that the cell will find; nil stands for the present ones.
    ///   - treatsEndingAsValue: whether an `if` or `switch` at the end is taken for an expression.
    /// - Throws: `CellRefusal`, where it is known without a compiler that the cell would go wrong.
    package func planning(
        _ cell: Cell, _ analysis: CellAnalysis, in table: SessionTable? = nil,
        treatsEndingAsValue: Bool = true
    ) throws(CellRefusal) -> CellPlan {
        try CellPlanner(table: table ?? self.table).plan(
            cell.code, analysis, identity: cell.identity, treatsEndingAsValue: treatsEndingAsValue)
    }

    /// Returns what a person calls the cells, with one that has been planned.
    package func names(with plan: CellPlan, of cell: Cell) -> CellNames {
        var names = names
        names.note(plan.module, number: cell.number, code: cell.code)
        return names
    }

    // MARK: Success

    /// Goes on to the state after a cell that has succeeded.
    ///
    /// - Parameters:
    ///   - number: the number of the new state; nil, where it was lost at once.
    ///   - reachable: the numbers of all states that can be gone back to, and of the new one.
    /// - Returns: who still uses what the cell has replaced.
    package mutating func commit(
        _ plan: CellPlan, _ cell: Cell, as number: Int?, reachable: [Int]
    ) -> [SessionTable.StaleUse] {
        names = names(with: plan, of: cell)
        let stale = table.add(plan, cell)
        fates.forget(plan.analysis.declarations)
        history.append(cell)
        guard let number else { return stale }
        self.number = number
        states[number] = State(
            table: table, history: history, cellNumber: cell.number, title: cell.title)
        states = states.filter { reachable.contains($0.key) }
        return stale
    }

    /// Notes how many threads run, and returns whether the person is to be told of them: once, until
    /// there was a moment without.
    package mutating func warnsOfThreads(_ threads: Int) -> Bool {
        defer { hasWarnedOfThreads = threads > 1 }
        return threads > 1 && !hasWarnedOfThreads
    }

    // MARK: Failure

    /// Notes that a cell has failed: what it would have declared is not there.
    package mutating func noteFailure(of cell: Cell, declaring declarations: [Declaration]) {
        fates.note(.failed, of: declarations, cell: cell.number)
    }

    /// Notes that a cell failed in a process that goes on: its module stays loaded, so that it has to
    /// be another one when it runs again.
    package mutating func keepHalfMade(_ plan: CellPlan) {
        table.noteOccurrence(of: plan.firstName)
        if let number { states[number]?.table = table }
    }

    /// Forgets every name, because the person asked for it; the present state then has none.
    package mutating func forgetNames() {
        let before = table
        table.forgetNames()
        history = []
        if let number {
            states[number]?.table = table
            states[number]?.history = history
        }
        fates.note(.undone, of: before, from: table)
    }

    /// Goes back to a state, because the person asked for it.
    ///
    /// - Parameter number: the state; nil stands for that before the first cell.
    package mutating func rollBack(to number: Int?) {
        let before = table
        adopt(number)
        fates.note(.undone, of: before, from: table)
    }

    /// Goes on from the state that is left, and returns what is gone of the present one; nil, where
    /// nothing is.
    ///
    /// - Parameter number: the state; nil stands for that before the first cell.
    package mutating func lose(downTo number: Int?, because cause: LossReport.Cause) -> LossReport?
    {
        let before = (table: table, history: history)
        adopt(number)
        guard history.count < before.history.count else { return nil }
        fates.note(.lost, of: before.table, from: table)
        lostCells = Array(before.history[history.count...])
        let gone = before.table.variables.subtracting(table.variables).sorted()
        return LossReport(cause: cause, cells: lostCells, variables: gone)
    }

    /// Makes a state the present one.
    private mutating func adopt(_ number: Int?) {
        let state = number.flatMap { states[$0] }
        table = state?.table ?? SessionTable()
        history = state?.history ?? []
        self.number = number
    }

    /// Notes that the first of the lost cells has been run again.
    package mutating func noteRecovery() { lostCells.removeFirst() }
}

extension SessionTable {
    /// Takes in a cell that has run as planned, and returns who still uses what it has replaced.
    package mutating func add(_ plan: CellPlan, _ cell: Cell) -> [StaleUse] {
        let module = SessionModule(
            name: plan.module, cellNumber: cell.number, identity: cell.identity,
            code: cell.code, source: plan.source, analysis: plan.analysis,
            imports: plan.imports.names.map(\.name), usedModules: plan.imports.usedModules)
        let stale = add(module)
        if plan.analysis.storesState { noteOccurrence(of: plan.firstName) }
        return stale
    }
}

extension Cell {
    /// The first line that says something, shortened.
    package var title: String {
        let line = code.split(separator: "\n").first { !$0.allSatisfy(\.isWhitespace) } ?? ""
        return line.count > 60 ? line.prefix(59) + "…" : String(line)
    }
}

extension SessionTable.StaleUse {
    /// A sentence for the person.
    package var sentence: String {
        ANSI.note("note: ")
            + "'\(user)' (cell \(userCell)) still uses the earlier '\(name)'; run it again"
    }
}
