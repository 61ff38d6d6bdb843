extension Recording {
    /// Finds the shape of a line's value from those of earlier lines.
    ///
    /// - Throws: `RecurrentError.shapeMismatch` where operands do not fit each other.
    func shape(
        of line: Int, _ sizes: LayerSizes, _ shapes: [Shape]
    ) throws(RecurrentError) -> Shape {
        switch lines[line].operation {
        case .leaf(.input): return Shape(sizes.inputs, 1)
        case .leaf(.hidden), .leaf(.memory), .leaf(.output), .leaf(.target):
            return Shape(sizes.hidden, 1)
        case .weight(let declaration):
            return try shape(of: declaration, sizes)
        case .constant(let shape, _): return shape
        case .function(_, let a), .softmax(let a): return shapes[a]
        case .arithmetic(_, let a, let b):
            guard let shape = shapes[a].joined(shapes[b]) else {
                throw mismatch(line, a, b, shapes, "two matrices of one shape, or a single number")
            }
            return shape
        case .product(let a, let b):
            if shapes[a].count == 1 || shapes[b].count == 1 {
                return shapes[a].count == 1 ? shapes[b] : shapes[a]
            }
            guard shapes[a].columns == shapes[b].rows else {
                let areEqual = shapes[a] == shapes[b]
                throw mismatch(
                    line, a, b, shapes,
                    "as many rows on the right as columns on the left"
                        + (areEqual ? " (⊙ multiplies element by element)" : ""))
            }
            return Shape(shapes[a].rows, shapes[b].columns)
        case .transposed(let a): return Shape(shapes[a].columns, shapes[a].rows)
        case .sum, .mean: return Shape(1, 1)
        case .part(let a, let index, let count):
            guard count >= 1, (0..<count).contains(index), shapes[a].rows % count == 0 else {
                throw .shapeMismatch(
                    operation: place(line),
                    needed: "a part from 0 to \(max(count, 1) - 1) of a number of rows that can be "
                        + "divided by \(max(count, 1))",
                    given: "part \(index) of \(shapes[a].rows.of("row"))")
            }
            return Shape(shapes[a].rows / count, shapes[a].columns)
        case .stacked(let a, let b):
            guard shapes[a].columns == shapes[b].columns else {
                throw mismatch(line, a, b, shapes, "two matrices of as many columns")
            }
            return Shape(shapes[a].rows + shapes[b].rows, shapes[a].columns)
        }
    }

    /// Throws if a result does not have the shape of a state, or the cost of a loss is no single number.
    ///
    /// - Parameter state: the shape of a state; `nil` for a loss.
    func checkResults(_ shapes: [Shape], _ state: Shape?) throws(RecurrentError) {
        for (index, result) in results.enumerated() {
            guard let state else {
                guard shapes[result].count == 1 else {
                    throw .shapeMismatch(
                        operation: "the cost of \(name), \(text(of: result)),",
                        needed: "a single number, as .sum and .mean give",
                        given: "\(shapes[result])")
                }
                continue
            }
            guard shapes[result] != state else { continue }
            throw .shapeMismatch(
                operation: "the new \(index == 0 ? "h" : "c") of \(name), \(text(of: result)),",
                needed: "the shape of the state, \(state)", given: "\(shapes[result])")
        }
    }

    /// The shape of a weight.
    private func shape(
        of declaration: WeightDeclaration, _ sizes: LayerSizes
    ) throws(RecurrentError) -> Shape {
        let (rows, columns) = (declaration.rows.count(sizes), declaration.columns.count(sizes))
        guard rows >= 1, columns >= 1 else {
            throw .invalidValue(
                name: "the shape of \(declaration.name) in \(name)", value: "[\(rows), \(columns)]",
                needed: "two sizes of at least 1")
        }
        try MachineMemory.check("\(declaration.name) in \(name)", sizes: [rows, columns])
        return Shape(rows, columns)
    }

    /// Returns the error for a line whose operands do not fit.
    private func mismatch(
        _ line: Int, _ a: Int, _ b: Int, _ shapes: [Shape], _ needed: String
    ) -> RecurrentError {
        .shapeMismatch(
            operation: place(line), needed: needed,
            given: "\(shapes[a]) of \(text(of: a)) and \(shapes[b]) of \(text(of: b))")
    }

    /// The equation of a line and where it stands, in words.
    private func place(_ line: Int) -> String { "\(text(of: line)) in \(name)" }
}

extension Shape {
    /// The shape of two values combined element by element; nil where they do not fit.
    fileprivate func joined(_ other: Shape) -> Shape? {
        self == other || other.count == 1 ? self : count == 1 ? other : nil
    }
}
