extension SequenceTarget {
    /// Returns the target as one row of outputs for every position that is read.
    ///
    /// - Returns: classes as rows with a one in their place, and which rows count.
    /// - Throws: `RecurrentError` where shapes or classes do not fit the input or the outputs.
    func rows(
        for input: SequenceInput<Scalar>, outputs: Int
    ) throws(RecurrentError) -> (targets: Matrix<Scalar>, counted: [Bool]?) {
        let positions = isAtEveryStep ? input.steps * input.count : input.count
        switch self {
        case .classes(let classes):
            try check(classes.count, positions, "classes")
            return (try Self.oneHot(classes, outputs), nil)
        case .classesAtEveryStep(let classes):
            try check(classes.count, positions, "classes")
            return (try Self.oneHot(classes, outputs), counted(classes, input))
        case .values(let values):
            try check(values.rows, positions, "rows of targets")
            return (values, nil)
        case .valuesAtEveryStep(let values):
            try check(values.steps * values.count, positions, "rows of targets")
            let matrix = Matrix(Shape(positions, values.features), unchecked: values.elements)
            return (matrix, input.lengths == nil ? nil : counted(nil, input))
        }
    }

    /// Throws where there is not one target for every position.
    private func check(_ given: Int, _ needed: Int, _ name: String) throws(RecurrentError) {
        guard given == needed else {
            throw .shapeMismatch(
                operation: "the loss of a batch", needed: "\(needed) \(name)", given: "\(given)")
        }
    }

    /// Which positions have a class and lie within their sequence.
    private func counted(_ classes: [Int?]?, _ input: SequenceInput<Scalar>) -> [Bool] {
        (0..<input.steps * input.count).map { position in
            let isInside = input.lengths.map { position / input.count < $0[position % input.count] }
            return (isInside ?? true) && (classes.map { $0[position] != nil } ?? true)
        }
    }

    /// Rows with a one in the place of a class; of zeros where there is none.
    private static func oneHot(
        _ classes: [Int?], _ outputs: Int
    ) throws(RecurrentError) -> Matrix<Scalar> {
        var rows = Matrix<Scalar>.zeros(Shape(classes.count, outputs))
        for (index, label) in classes.enumerated() {
            guard let label else { continue }
            guard (0..<outputs).contains(label) else {
                throw .invalidValue(
                    name: "the class at position \(index)", value: "\(label)",
                    needed: "from 0 to \(outputs - 1)")
            }
            rows.elements[index * outputs + label] = 1
        }
        return rows
    }
}
