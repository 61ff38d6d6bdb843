extension LayerPass {
    /// The names that a person's own equations give to values, in their order.
    public var valueNames: [String] {
        record.equations?.plan.recording.lines.compactMap { $0.isShared ? nil : $0.name } ?? []
    }

    /// Returns a named value of a person's own equations at a step, one row for every sequence.
    ///
    /// - Throws: `RecurrentError.invalidValue` where there is no such name or step.
    public func value(_ name: String, at step: Int) throws(RecurrentError) -> Matrix<Scalar> {
        try checkStep(step, from: 1)
        let found = record.equations.flatMap { equations in
            equations.plan.recording.lines.lastIndex { $0.name == name && !$0.isShared }
                .map { (equations, $0) }
        }
        guard let (equations, line) = found else {
            throw .invalidValue(
                name: "the value \(name)", value: "not named in \(record.cell.name)",
                needed: valueNames.isEmpty
                    ? "one that the equations name, as in σ(a).named(\"z\")"
                    : "one of: \(valueNames.joined(separator: ", "))")
        }
        let width = equations.plan.shapes[line].count
        let start = equations.values.at(line, (step - 1) * record.count)
        return Matrix(
            Shape(record.count, width),
            unchecked: Array(UnsafeBufferPointer(start: start, count: record.count * width)))
    }

    /// Returns a named value of a person's own equations for one sequence, one row for every step.
    ///
    /// - Throws: `RecurrentError.invalidValue` where there is no such name or sequence.
    public func valueOverTime(
        _ name: String, sequence: Int = 0
    ) throws(RecurrentError) -> Matrix<Scalar> {
        try checkSequence(sequence)
        var rows: [Scalar] = []
        for step in 1...steps { rows += try value(name, at: step).row(sequence).elements }
        return Matrix(Shape(steps, rows.count / steps), unchecked: rows)
    }
}
