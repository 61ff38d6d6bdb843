package import Evaluation

/// What is gone because there was no way back to the state just before a failure.
package struct LossReport {
    /// Why there was no way back.
    package enum Cause {
        /// The cell that failed ran beside threads that earlier cells had started.
        case ranBesideThreads
        /// Somebody or something has ended the process that held the session.
        case workerEnded
    }

    /// Why there was no way back.
    package let cause: Cause

    /// The cells that the session no longer contains.
    package let cells: [Cell]

    /// The names of the variables that are gone.
    package let variables: [String]

    /// The report, as a person reads it.
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

    /// What a person reads where a cell failed in a process that could go on.
    package static let halfMadeText =
        ANSI.warning("kept: ")
        + "the cell ran beside threads of earlier cells, so what it had changed until then stays "
        + "changed"
}
