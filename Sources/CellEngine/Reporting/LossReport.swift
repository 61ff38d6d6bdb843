internal import Evaluation

/// What is gone because a cell failed where there was no way back to just before it.
struct LossReport {
    /// The cells that the session no longer contains.
    let cells: [Cell]

    /// The names of the variables that are gone.
    let variables: [String]

    /// The report, as a person reads it.
    var text: String {
        let numbers = cells.map { String($0.number) }.joined(separator: ", ")
        var text = ANSI.warning("lost: ")
        text += "the cell ran beside threads of earlier cells, so there was no way back to just "
        text += "before it; what cell\(cells.count == 1 ? "" : "s") \(numbers) had made is gone"
        if !variables.isEmpty { text += ": \(variables.joined(separator: ", "))" }
        return text + ". '%rerun' runs \(cells.count == 1 ? "it" : "them") again."
    }
}
