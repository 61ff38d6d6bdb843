package import Evaluation

/// A report of what was lost because the state before a failure could not be restored.
package struct LossReport {
    /// The reason why it could not be restored.
    package enum Cause {
        /// The failed cell ran beside threads that earlier cells had started.
        case ranBesideThreads
        /// The process that held the session was ended.
        case workerEnded
    }

    /// The reason.
    package let cause: Cause

    /// The cells that the session no longer contains.
    package let cells: [Cell]

    /// The names of the lost variables.
    package let variables: [String]

    /// The report for the user.
    package var text: String {
        var text = ANSI.warning("lost: ")
        if cause == .ranBesideThreads {
            text +=
                "the cell ran beside threads of earlier cells, so there was no way back to just "
            text += "before it; "
        }
        let numbers = cells.map { String($0.number) }.joined(separator: ", ")
        text += "what cell\(cells.count == 1 ? "" : "s") \(numbers) had made is gone"
        if !variables.isEmpty { text += ": \(variables.joined(separator: ", "))" }
        return text + ". '%rerun' runs \(cells.count == 1 ? "it" : "them") again."
    }

    /// The text for a cell that failed in a process that could continue.
    package static let halfMadeText =
        ANSI.warning("kept: ")
        + "the cell ran beside threads of earlier cells, so what it had changed until then stays "
        + "changed"
}
