/// The buffers of a pass of a person's own equations.
struct EquationRecord<Scalar: RealScalar>: Sendable {
    /// The equations for the sizes of the layer.
    let plan: StepPlan

    /// The results, and the lines that they are copies of.
    private let completions: [(result: Int, source: Int)]

    /// The values of lines that all steps share.
    private let shared: SharedBuffer<Scalar>

    /// The values of all lines.
    let values: LinePlaces<Scalar>

    /// Computes the shared lines of a pass.
    ///
    /// - Parameters:
    ///   - weights: the numbers of the weights, by name.
    ///   - rows: T·B.
    ///   - record: room for the lines.
    ///   - states: of h and of c, where those before the first step are.
    ///   - count: B.
    init(
        _ plan: StepPlan, _ weights: ParameterSet<Scalar>, rows: Int,
        record: UnsafeMutablePointer<Scalar>, states: [UnsafeMutablePointer<Scalar>], count: Int,
        kernels: Kernels<Scalar>
    ) {
        self.plan = plan
        completions = plan.completions
        shared = SharedBuffer(plan)
        values = LinePlaces(
            plan, rows: rows, record: record, states: states, count: count, shared: shared)
        for (line, entry) in plan.recording.lines.enumerated() {
            switch entry.operation {
            case .constant(_, let numbers): write(numbers.map { Scalar($0) }, to: line)
            case .weight(let declaration):
                write(weights[declaration.name]?.elements ?? [], to: line)
            default: continue
            }
        }
        for instruction in plan.shared {
            instruction.compute(values, rows: 0..<1, factor: nil, kernels: kernels)
        }
    }

    /// Writes the numbers of a shared line.
    private func write(_ numbers: [Scalar], to line: Int) {
        let start = shared.start(of: line)
        for (index, number) in numbers.enumerated() { start[index] = number }
    }

    /// Returns the shared matrices of products, arranged for one direction, by line.
    ///
    /// - Parameter isTransposed: whether they are read on the way forward.
    func factors(transposed isTransposed: Bool, _ kernels: Kernels<Scalar>) -> [RightFactor<
        Scalar
    >?] {
        var factors = [RightFactor<Scalar>?](repeating: nil, count: plan.shapes.count)
        for instruction in plan.early + plan.steps {
            guard case .sharedProduct(let height, _) = instruction.kind else { continue }
            let matrix = shared.matrix(instruction.a, plan.shapes[instruction.a])
            factors[instruction.out] =
                isTransposed
                ? RightFactor(transposing: [0..<height], of: matrix, for: kernels)
                : RightFactor(rows: [0..<height], of: matrix, for: kernels)
        }
        return factors
    }

    /// Computes what follows from the inputs alone, for some rows.
    @_specialize(where Scalar == Double)
    @_specialize(where Scalar == Float)
    func readInputs(
        _ input: Source<Scalar>, rows: Range<Int>, _ factors: [RightFactor<Scalar>?],
        _ kernels: Kernels<Scalar>
    ) {
        let width = plan.sizes.inputs
        for line in plan.lines(of: .input) {
            values.at(line, rows.lowerBound).update(
                from: input + rows.lowerBound * width, count: rows.count * width)
        }
        for instruction in plan.early {
            instruction.compute(
                values, rows: rows, factor: factors[instruction.out], kernels: kernels)
        }
    }

    /// Computes one step of some sequences, whose rows follow each other.
    @_specialize(where Scalar == Double)
    @_specialize(where Scalar == Float)
    func advance(
        rows: Range<Int>, _ factors: [RightFactor<Scalar>?], _ kernels: Kernels<Scalar>
    ) {
        for instruction in plan.steps {
            instruction.compute(
                values, rows: rows, factor: factors[instruction.out], kernels: kernels)
        }
    }

    /// Follows the gradients of some sequences back through one step.
    ///
    /// - Parameter gradients: of the lines; those of results hold what is asked of the new state, and
    ///   those of the states before the step what is asked of them from elsewhere.
    @_specialize(where Scalar == Double)
    @_specialize(where Scalar == Float)
    func retrace(
        _ gradients: LinePlaces<Scalar>, rows: Range<Int>, _ factors: [RightFactor<Scalar>?],
        _ kernels: Kernels<Scalar>
    ) {
        for instruction in plan.steps.reversed() {
            instruction.handBack(
                values, gradients, rows: rows, to: .sequences, factor: factors[instruction.out],
                kernels: kernels)
        }
        for instruction in plan.early.reversed() {
            instruction.handBack(
                values, gradients, rows: rows, to: .sequences, factor: factors[instruction.out],
                kernels: kernels)
        }
        // The gradient of a new state has in it what the state does within its own step, too.
        for (result, source) in completions {
            gradients.at(result, rows.lowerBound).update(
                from: gradients.at(source, rows.lowerBound),
                count: rows.count * plan.sizes.hidden)
        }
    }

    /// Adds up what some rows contribute to the gradients of the shared lines.
    @_specialize(where Scalar == Double)
    @_specialize(where Scalar == Float)
    func shareGradients(
        _ gradients: LinePlaces<Scalar>, rows: Range<Int>, _ kernels: Kernels<Scalar>
    ) {
        for instruction in plan.early + plan.steps {
            instruction.handBack(
                values, gradients, rows: rows, to: .shared, factor: nil, kernels: kernels)
        }
    }

    /// Follows the gradients of shared lines back to the weights.
    @_specialize(where Scalar == Double)
    @_specialize(where Scalar == Float)
    func weightGradients(
        _ gradients: LinePlaces<Scalar>, _ sums: SharedBuffer<Scalar>, _ kernels: Kernels<Scalar>
    ) -> ParameterSet<Scalar> {
        for instruction in plan.shared.reversed() {
            instruction.handBack(
                values, gradients, rows: 0..<1, to: .shared, factor: nil, kernels: kernels)
        }
        var set = ParameterSet<Scalar>()
        for (line, declaration) in plan.recording.weights {
            set.append(declaration.name, Tensor(weight: sums.matrix(line, plan.shapes[line])))
        }
        return set
    }
}

extension BackwardRecord {
    /// Adds up what some steps contribute to the gradients of a person's own weights.
    func weightGradients(
        of chosen: Range<Int>, _ equations: EquationRecord<Scalar>
    ) -> LayerGradient<Scalar> {
        let sums = SharedBuffer<Scalar>(equations.plan)
        let places = record.places(
            gates: gates, states: states, cells: cells, equations.plan, shared: sums)
        if record.mask == nil {
            let rows = chosen.lowerBound * record.count..<chosen.upperBound * record.count
            equations.shareGradients(places, rows: rows, record.kernels)
        } else {
            for t in chosen {
                record.mask.visit(step: t, rows: 0..<record.count) { run in
                    equations.shareGradients(
                        places, rows: t * record.count + run, record.kernels)
                } idle: { _ in
                }
            }
        }
        let none = Matrix<Scalar>.zeros(Shape(0, 1))
        return LayerGradient(
            weightIH: .zeros(Shape(0, record.inputs)), weightHH: .zeros(Shape(0, record.hidden)),
            biasIH: none, biasHH: none,
            own: equations.weightGradients(places, sums, record.kernels))
    }

    /// Writes dL/dx of some rows, which the way back has found.
    func inputGradients(
        rows: Range<Int>, _ equations: EquationRecord<Scalar>, into target: Target<Scalar>
    ) {
        guard let places else { return }
        let width = record.inputs
        for line in equations.plan.lines(of: .input) {
            (target + rows.lowerBound * width).update(
                from: places.at(line, rows.lowerBound), count: rows.count * width)
        }
    }
}

extension LayerRecord {
    /// Returns the places of the lines of a person's own equations in buffers like those of this
    /// record.
    ///
    /// - Parameter shared: room for shared lines; nil where nobody asks for them.
    func places(
        gates: ScalarBuffer<Scalar>, states: ScalarBuffer<Scalar>, cells: ScalarBuffer<Scalar>,
        _ plan: StepPlan, shared: SharedBuffer<Scalar>?
    ) -> LinePlaces<Scalar> {
        LinePlaces(
            plan, rows: steps * count, record: gates.start, states: [states.start, cells.start],
            count: count, shared: shared)
    }
}

extension Tensor {
    /// Makes a tensor of a weight: of one dimension for a column, as PyTorch has biases.
    init(weight matrix: Matrix<Scalar>) {
        self = matrix.columns == 1 ? Tensor(column: matrix) : Tensor(matrix)
    }
}

/// Returns a range that begins later.
private func + (offset: Int, range: Range<Int>) -> Range<Int> {
    offset + range.lowerBound..<offset + range.upperBound
}
