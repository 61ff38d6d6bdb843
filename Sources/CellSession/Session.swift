package import CellProtocol
package import Evaluation

/// A session as a value: its declarations and history, with transitions for cells that succeed,
/// fail, are undone or are lost.
///
/// It knows of no process: its user assigns a number to each state, and tells to which state it has
/// returned.
package struct Session: Sendable {
    /// A state of the session.
    package struct State: Sendable {
        /// The names that cells can use.
        package fileprivate(set) var table: SessionTable
        /// The cells that make up the session, in the order in which they ran.
        package fileprivate(set) var history: [Cell]
        /// The comms that are open.
        package fileprivate(set) var comms: CommTable
        /// The number of the cell that led to the state.
        package let cellNumber: Int
        /// The first line of that cell.
        package let title: String
    }

    /// The names that cells can use now.
    package private(set) var table = SessionTable()

    /// The cells that make up the session, in the order in which they ran.
    package private(set) var history: [Cell] = []

    /// The comms that are open now.
    package private(set) var comms = CommTable()

    /// The number of the current state; `nil` before the first cell.
    package private(set) var number: Int?

    /// The states to which the session can return, by number.
    private var states: [Int: State] = [:]

    /// The cells that were lost with the process that ran them, and could be run again.
    package private(set) var lostCells: [Cell] = []

    /// The names of the cells for the user.
    package private(set) var names = CellNames()

    /// The reasons why names can no longer be used.
    private var fates = NameFates()

    /// Indicates whether the user has been warned that cells run beside threads and cannot be
    /// rolled back.
    package private(set) var hasWarnedOfThreads = false

    /// Creates a session without cells.
    package init() {}

    /// The hints on names that a cell lacks or may not change.
    package var hints: NameHints { NameHints(table: table, fates: fates) }

    /// Returns the state with a number, or `nil` if the session cannot return to it.
    package subscript(number: Int) -> State? { states[number] }

    // MARK: Planning

    /// Plans a cell.
    ///
    /// - Parameters:
    ///   - table: the names that the cell can use; `nil` for the current ones.
    ///   - treatsEndingAsValue: whether to treat an `if` or `switch` at the end as an expression.
    ///   - releasesReplaced: whether the cell releases the values of variables that it replaces.
    /// - Throws: `CellRefusal` if the cell is known to be wrong without compiling it.
    package func planning(
        _ cell: Cell, _ analysis: CellAnalysis, in table: SessionTable? = nil,
        treatsEndingAsValue: Bool = true, releasesReplaced: Bool = true
    ) throws(CellRefusal) -> CellPlan {
        try CellPlanner(table: table ?? self.table).plan(
            cell.code, analysis, identity: cell.identity, treatsEndingAsValue: treatsEndingAsValue,
            releasesReplaced: releasesReplaced)
    }

    /// Returns the names of the cells for the user, including one that has been planned.
    package func names(with plan: CellPlan, of cell: Cell) -> CellNames {
        var names = names
        names.note(plan.module, number: cell.number, code: cell.code)
        return names
    }

    // MARK: Success

    /// Commits a cell that has succeeded.
    ///
    /// - Parameters:
    ///   - number: the number of the new state, or `nil` if it was lost at once.
    ///   - reachable: the numbers of the new state and of all states to which the session can
    ///     return.
    /// - Returns: the declarations that still use what the cell has replaced.
    package mutating func commit(
        _ plan: CellPlan, _ cell: Cell, result: KeptResult? = nil, keeping limit: Int = 0,
        comms: CommTable? = nil,
        as number: Int?, reachable: [Int]
    ) -> [SessionTable.StaleUse] {
        names = names(with: plan, of: cell)
        let stale = table.add(plan, cell)
        table.note(cell: cell.number)
        if let result { table.keep(result, atMost: limit) }
        if let comms { self.comms = comms }
        fates.forget(plan.analysis.declarations)
        history.append(cell)
        guard let number else { return stale }
        self.number = number
        states[number] = State(
            table: table, history: history, comms: self.comms, cellNumber: cell.number,
            title: cell.title)
        states = states.filter { reachable.contains($0.key) }
        return stale
    }

    /// Lets the next cells import the modules of packages; they belong to the state that these lead to.
    package mutating func add(_ packages: LoadedPackages) { table.add(packages) }

    /// Goes back to the names before packages were added, which could not be loaded.
    package mutating func takeBack(_ packages: LoadedPackages, to table: SessionTable) {
        if self.table.packages.contains(packages) { self.table = table }
    }

    /// Takes in the comms as they are in the present state.
    package mutating func adopt(_ comms: CommTable) {
        self.comms = comms
        if let number { states[number]?.comms = comms }
    }

    /// Goes on to the state after a callback, which belongs to the cell before it: that one's state
    /// goes.
    package mutating func goOn(to number: Int, with comms: CommTable) {
        guard let present = self.number, var state = states[present] else { return }
        state.comms = comms
        states[present] = nil
        states[number] = state
        self.number = number
        self.comms = comms
    }

    /// Records the number of running threads, and returns whether to warn the user: once until no
    /// threads have been running.
    package mutating func warnsOfThreads(_ threads: Int) -> Bool {
        defer { hasWarnedOfThreads = threads > 1 }
        return threads > 1 && !hasWarnedOfThreads
    }

    // MARK: Failure

    /// Records that a cell has failed, and that its declarations are not available.
    package mutating func noteFailure(of cell: Cell, declaring declarations: [Declaration]) {
        fates.note(.failed, of: declarations, cell: cell.number)
    }

    /// Records a cell that failed in a process that continues: its module stays loaded, so that the
    /// next run of the cell needs another module.
    package mutating func keepHalfMade(_ plan: CellPlan) {
        table.noteOccurrence(of: plan.firstName)
        table.noteCaptures(of: plan)
        if let number { states[number]?.table = table }
    }

    /// Forgets all names at the user's request; the current state then has none.
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

    /// Returns to a state at the user's request.
    ///
    /// - Parameter number: the number of the state; `nil` for the one before the first cell.
    package mutating func rollBack(to number: Int?) {
        let before = table
        adopt(number)
        fates.note(.undone, of: before, from: table)
    }

    /// Returns to a state that is left after a loss, and returns a report of what is lost, or `nil`
    /// if nothing is.
    ///
    /// - Parameter number: the number of the state; `nil` for the one before the first cell.
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

    /// Makes a state the current one.
    private mutating func adopt(_ number: Int?) {
        let state = number.flatMap { states[$0] }
        table = state?.table ?? SessionTable()
        history = state?.history ?? []
        comms = state?.comms ?? CommTable()
        self.number = number
    }

    /// Records that the first of the lost cells has been run again.
    package mutating func noteRecovery() { lostCells.removeFirst() }
}

extension SessionTable {
    /// Adds a cell that has run as planned; returns the declarations that still use what it has
    /// replaced.
    package mutating func add(_ plan: CellPlan, _ cell: Cell) -> [StaleUse] {
        let stale = add(
            SessionModule(
                name: plan.module, cellNumber: cell.number, identity: cell.identity,
                code: cell.code, source: plan.source, analysis: plan.analysis,
                imports: plan.imports.names.map(\.name), usedModules: plan.imports.usedModules,
                views: plan.imports.views.map(\.folderName), releases: plan.releases))
        if plan.analysis.storesState { noteOccurrence(of: plan.firstName) }
        return stale
    }
}

extension Cell {
    /// The first significant line, shortened.
    package var title: String {
        let line = code.split(separator: "\n").first { !$0.allSatisfy(\.isWhitespace) } ?? ""
        return line.count > 60 ? line.prefix(59) + "…" : String(line)
    }
}

extension SessionTable.StaleUse {
    /// A sentence for the user.
    package var sentence: String {
        ANSI.note("note: ")
            + "'\(user)' (cell \(userCell)) still uses the earlier '\(name)'; run it again"
    }
}
