extension SequenceTarget {
    /// Returns the target as one row of outputs per position with an output.
    ///
    /// - Returns: classes as one-hot rows, and for each row whether it is counted.
    /// - Throws: `RecurrentError` if shapes or classes do not match the input or the outputs.
    func rows(
        for input: SequenceInput<Scalar>, outputs: Int, ignoring ignored: Int? = nil
    ) throws(RecurrentError) -> (targets: Matrix<Scalar>, counted: [Bool]?) {
        let positions = isAtEveryStep ? input.steps * input.count : input.count
        switch self {
        case .classes(let classes):
            try check(classes.count, positions, "classes")
            guard let ignored else { return (try Self.oneHot(classes, outputs), nil) }
            let asked = try Self.leaving(out: ignored, of: classes)
            return (try Self.oneHot(asked, outputs), asked.map { $0 != nil })
        case .classesAtEveryStep(let classes):
            let all = try Self.inStepOrder(classes, of: input)
            let steps = try Self.leaving(out: ignored, of: all)
            return (try Self.oneHot(steps, outputs), steps.map { $0 != nil })
        case .values(let values):
            try check(values.rows, positions, "rows of targets")
            return (values, nil)
        case .valuesAtEveryStep(let values):
            try values.checkIsTarget(steps: input.steps, count: input.count, input.lengths)
            let matrix = Matrix(Shape(positions, values.features), unchecked: values.elements)
            return (matrix, input.countedPositions)
        }
    }

    /// Returns classes with `nil` in the place of one that does not count.
    ///
    /// - Throws: `RecurrentError.invalidValue` if none is left.
    static func leaving(
        out ignored: Int?, of classes: [Int?]
    ) throws(RecurrentError) -> [Int?] {
        guard let ignored else { return classes }
        let asked = classes.map { $0 == ignored ? nil : $0 }
        guard asked.contains(where: { $0 != nil }) else {
            throw .invalidValue(
                name: "every class of the batch", value: "\(ignored), which does not count",
                needed: "another class at one step at least, or there is nothing to learn")
        }
        return asked
    }

    /// Throws if the number of targets is not the number of positions.
    private func check(_ given: Int, _ needed: Int, _ name: String) throws(RecurrentError) {
        guard given == needed else {
            throw .shapeMismatch(
                operation: "the loss of a batch", needed: "\(needed) \(name)", given: "\(given)")
        }
    }

    /// Returns classes in step order, `[T, B]`, from those by sequence.
    ///
    /// - Throws: `RecurrentError` if there is not one list per sequence and one class per step, if
    ///   a step after the end has a class, or if no step has one.
    static func inStepOrder(
        _ classes: [[Int?]], of input: SequenceInput<Scalar>
    ) throws(RecurrentError) -> [Int?] {
        guard classes.count == input.count else {
            throw .shapeMismatch(
                operation: "a batch of \(input.count) sequences",
                needed: "a list of classes for each of them", given: "\(classes.count)")
        }
        var ordered = [Int?](repeating: nil, count: input.steps * input.count)
        for (sequence, list) in classes.enumerated() {
            let length = input.lengths?[sequence] ?? input.steps
            guard list.count == length || list.count == input.steps else {
                throw .shapeMismatch(
                    operation: "sequence \(sequence) of \(length.of("step"))",
                    needed: "a class or nil for each of its steps", given: "\(list.count)")
            }
            for (step, label) in list.enumerated() {
                guard let label else { continue }
                guard step < length else {
                    throw .invalidValue(
                        name: "the class of sequence \(sequence) at step \(step + 1)",
                        value: "\(label)", needed: "nil: the sequence has \(length.of("step"))")
                }
                ordered[step * input.count + sequence] = label
            }
        }
        guard ordered.contains(where: { $0 != nil }) else {
            throw .invalidValue(
                name: "every class of the batch", value: "nil",
                needed: "a class at one step at least, or there is nothing to learn")
        }
        return ordered
    }

    /// Returns one-hot rows; a row of zeros if there is no class.
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

extension SequenceInput {
    /// For each position, `[T, B]`, whether it is within its sequence, or `nil` if all are.
    var countedPositions: [Bool]? {
        guard let lengths else { return nil }
        return (0..<steps * count).map { $0 / count < lengths[$0 % count] }
    }
}

extension SequenceBatch {
    /// Throws if the numbers cannot be targets of inputs of a given shape.
    func checkIsTarget(
        steps: Int, count: Int, _ lengths: [Int]?
    ) throws(RecurrentError) {
        guard self.steps == steps, self.count == count else {
            throw .shapeMismatch(
                operation: "a pass over inputs of shape [\(steps), \(count), n]",
                needed: "targets of shape [\(steps), \(count), n]", given: shapeDescription)
        }
        guard self.lengths == nil || self.lengths == lengths else {
            throw .shapeMismatch(
                operation: "a pass over sequences of lengths \(lengths.text(all: steps, count))",
                needed: "targets of the same lengths",
                given: self.lengths.text(all: steps, count))
        }
    }
}

extension [Int]? {
    /// The lengths as text, where `nil` means all steps.
    fileprivate func text(all steps: Int, _ count: Int) -> String {
        "\(self ?? Array(repeating: steps, count: count))"
    }
}
