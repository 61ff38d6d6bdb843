extension Loss {
    /// Returns a loss whose cost is a function of the outputs and the targets at one position.
    ///
    /// ```swift
    /// let pinball = Loss.own("pinball") { ŷ, y in
    ///     let e = y - ŷ
    ///     return (0.9 * relu(e) + 0.1 * relu(-e)).sum
    /// }
    /// ```
    ///
    /// - Parameters:
    ///   - name: the name of the cost.
    ///   - reduction: the rule that combines the costs of all positions.
    ///   - cost: returns the cost, a single number, of outputs and targets, each of shape `[O, 1]`.
    public static func own(
        _ name: String = "own", _ reduction: Reduction = .mean, cost: (Term, Term) -> Term
    ) -> Loss {
        let result = cost(Term(.leaf(.output)), Term(.leaf(.target)))
        return Loss(.equations(Recording(name: name, weights: [], results: [result])), reduction)
    }

    /// Returns the mean of the Huber cost over all outputs: ½ e² for |e| ≤ δ, δ (|e| - ½ δ) beyond.
    public static func huber(_ δ: Double = 1) -> Loss { Loss(.huber(δ), .mean) }

    /// The mean over all outputs of -y log σ(ŷ) - (1 - y) log(1 - σ(ŷ)), in nats; ŷ are logits.
    public static let binaryCrossEntropy = Loss(.binaryCrossEntropy, .mean)

    /// Returns the same loss with a weight for every class.
    ///
    /// The mean divides by the sum of the weights of the classes that are asked for, as in PyTorch.
    public func weighting(classes weights: [Double]) -> Loss {
        var loss = self
        loss.classWeights = weights
        return loss
    }

    /// Returns the same loss with a class that does not count: a padding token, for example.
    public func ignoring(class index: Int) -> Loss {
        var loss = self
        loss.ignoredClass = index
        return loss
    }
}

extension Loss {
    /// Evaluates a user-defined cost, and writes the gradient of the sum of the costs over a divisor.
    ///
    /// - Returns: the sum of the costs of all positions that count.
    /// - Throws: `RecurrentError` if shapes in the equation do not fit, or the cost has weights.
    @_specialize(where Scalar == Double)
    @_specialize(where Scalar == Float)
    static func ownCosts<Scalar: RealScalar>(
        _ recording: Recording, _ outputs: Matrix<Scalar>, _ targets: Matrix<Scalar>,
        counted: [Bool]?, divisor: Double, into gradient: inout Matrix<Scalar>
    ) throws(RecurrentError) -> Double {
        if let weight = recording.weights.first {
            throw .invalidValue(
                name: "the loss \(recording.name)",
                value: "one with a weight, \(weight.declaration.name)",
                needed: "a function of outputs and targets: only cells have weights")
        }
        let width = outputs.columns
        let plan = try recording.plans.plan(for: recording, outputs: width)
        let rows = 0..<outputs.rows
        let record = ScalarBuffer<Scalar>(zeros: rows.count * plan.width)
        let kernels = Kernels<Scalar>.plain
        let equations = EquationRecord<Scalar>(
            plan, ParameterSet(), rows: rows.count, record: record.start, states: [], count: 0,
            kernels: kernels)
        for (leaf, matrix) in [(Leaf.output, outputs), (.target, targets)] {
            for line in plan.lines(of: leaf) {
                for (index, number) in matrix.elements.enumerated() {
                    equations.values.at(line, 0)[index] = number
                }
            }
        }
        equations.advance(rows: rows, equations.factors(transposed: true, kernels), kernels)
        let backward = equations.factors(transposed: false, kernels)
        let sums = ScalarBuffer<Scalar>(zeros: rows.count * plan.width)
        let places = LinePlaces(
            plan, rows: rows.count, record: sums.start, states: [], count: 0, shared: nil)
        var total = 0.0
        for row in rows where counted?[row] ?? true {
            total += Double(equations.values.at(recording.results[0], row)[0])
            places.at(recording.results[0], row)[0] = Scalar(1 / divisor)
            equations.retrace(places, rows: row..<row + 1, backward, kernels)
            for line in plan.lines(of: .output) {
                for column in 0..<width { gradient[row, column] += places.at(line, row)[column] }
            }
        }
        return total
    }
}
