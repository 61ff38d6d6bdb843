extension RecurrentCell {
    /// Returns the cell of a person's own equations.
    public static func own(_ equations: some CellEquations) -> RecurrentCell {
        let state = equations.step(Term(.leaf(.input)), Term(.leaf(.hidden)))
        return .equations(Recording(of: equations, results: [state]))
    }

    /// Returns the cell of a person's own equations with two states.
    public static func own(_ equations: some MemoryCellEquations) -> RecurrentCell {
        let (h, c) = equations.step(
            Term(.leaf(.input)), Term(.leaf(.hidden)), Term(.leaf(.memory)))
        return .equations(Recording(of: equations, results: [h, c]))
    }
}
