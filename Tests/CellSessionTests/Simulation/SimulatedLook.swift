import CellSession

/// A subshell in a simulation: its branch of the chain, and what its user knows.
struct SimulatedLook {
    /// What a subshell is about.
    enum Phase: Equatable {
        /// It waits for the answer to its request.
        case requested
        /// It waits for the first process of its branch.
        case opening
        /// It has a branch and runs no cell.
        case idle
        /// It runs a cell.
        case running(SimulatedProcess.Deed)
        /// It drops what a cell has changed.
        case goingBack
        /// It ends its branch.
        case closing
        /// It has no branch any more.
        case closed
    }

    /// The chain of the branch.
    var chain = ProcessChain()
    /// The value that every cell should find.
    var value = 0
    /// The time limit of the current wait.
    var limit: (ProcessChain.TimeLimit, due: Int)?
    /// What it is about.
    var phase = Phase.requested
    /// The time since which it has to go on, or `nil` while a cell may run for ever.
    var since: Int?
    /// The outcome of the cell, once it has ended.
    var outcome: RunOutcome.Ending?
    /// Indicates whether its cell ran in the process that keeps the state.
    var isSpoiled = false
    /// Indicates whether something was killed, stopped or lost, so that it may fail.
    var mayFail = false
    /// Indicates whether a report was lost, which hides a process from the kernel.
    var mayHide = false

    /// The distance of the numbers of two branches.
    private static let distance = 1_000_000

    /// Returns the number of a branch's process among all processes.
    static func number(_ own: Int, of look: Int) -> Int { look * distance + own }

    /// Returns the branch of a process, or 0 for the session itself, and its number there.
    static func split(_ number: Int) -> (owner: Int, own: Int) {
        (number / distance, number % distance)
    }

    /// Returns whether a process belongs to a branch.
    static func owns(_ number: Int) -> Bool { number >= distance }
}
