extension RecurrentLayer {
    /// Creates a layer with random weights.
    ///
    /// - Parameters:
    ///   - cell: the kind of cell.
    ///   - inputs: D, at least 1.
    ///   - hidden: H, at least 1.
    /// - Throws: `RecurrentError.invalidValue` for a size less than 1 or an initialization that is
    ///   not finite.
    public init(
        _ cell: RecurrentCell, inputs: Int, hidden: Int,
        initialization: Initialization = .pytorch,
        using generator: inout some RandomNumberGenerator
    ) throws(RecurrentError) {
        try checkCount("the number of inputs", inputs, from: 1)
        try checkCount("the hidden size", hidden, from: 1)
        try initialization.check()
        if case .equations(let recording) = cell {
            let plan = try StepPlan(recording, LayerSizes(inputs: inputs, hidden: hidden))
            var weights = ParameterSet<Scalar>()
            for (_, declaration) in recording.weights {
                let matrix: Matrix<Scalar> = try declaration.matrix(
                    plan.sizes, initialization, using: &generator)
                weights.append(declaration.name, Tensor(weight: matrix))
            }
            self.init(cell, plan, weights)
            return
        }
        let gates = cell.gates.count
        try MachineMemory.check(
            "a layer of \(hidden) hidden units and \(inputs) inputs",
            sizes: [gates, hidden, inputs + hidden])
        self.init(
            cell,
            weightIH: try initialization.input.matrix(
                blocks: gates, hidden: hidden, columns: inputs, using: &generator),
            weightHH: try initialization.state.matrix(
                blocks: gates, hidden: hidden, columns: hidden, using: &generator),
            biasIH: try initialization.bias.bias(gates, hidden, using: &generator),
            biasHH: try initialization.bias.bias(gates, hidden, using: &generator))
        if let bias = initialization.forgetBias, cell.gates.contains(.forget) {
            setForgetBias(Scalar(bias))
        }
        if let longest = initialization.longestTime { spanTimes(upTo: longest, using: &generator) }
    }

    /// The bias of the forget gate per unit, as the sum of both biases, shape `[H, 1]`, or `nil`
    /// without such a gate.
    public var forgetBias: Matrix<Scalar>? {
        guard let gate = cell.gates.firstIndex(of: .forget) else { return nil }
        let rows = gate * hiddenSize..<(gate + 1) * hiddenSize
        return .column(rows.map { biasIH.elements[$0] + biasHH.elements[$0] })
    }

    /// Draws the biases of the gates that keep the state so that they span times up to T steps.
    private mutating func spanTimes(
        upTo longest: Int, using generator: inout some RandomNumberGenerator
    ) {
        guard let gate = cell.gates.firstIndex(of: .forget) ?? cell.gates.firstIndex(of: .update)
        else { return }
        let written = cell.gates.contains(.forget) ? cell.gates.firstIndex(of: .input) : nil
        for unit in 0..<hiddenSize {
            let time = 1 + generator.uniform() * Double(longest - 2)
            let bias = Scalar(ElementaryFunctions.logarithm(time))
            for (gate, bias) in [(gate as Int?, bias), (written, -bias)] {
                guard let gate else { continue }
                biasIH[gate * hiddenSize + unit, 0] = bias
                biasHH[gate * hiddenSize + unit, 0] = 0
            }
        }
    }

    /// Sets the bias of the forget gate of every unit; an untrained cell keeps the fraction σ(bias)
    /// per step.
    ///
    /// Does nothing to a cell without a forget gate.
    public mutating func setForgetBias(_ bias: Scalar) {
        guard let gate = cell.gates.firstIndex(of: .forget) else { return }
        for row in gate * hiddenSize..<(gate + 1) * hiddenSize {
            biasIH[row, 0] = bias
            biasHH[row, 0] = 0
        }
    }
}

extension Initialization.Filling {
    /// Indicates whether it says nothing of a single column.
    var isForMatrices: Bool {
        switch self {
        case .identity, .orthogonal: true
        default: false
        }
    }

    /// Returns a bias of one column; distributions for square matrices fill it with zeros.
    fileprivate func bias<Scalar: RealScalar>(
        _ gates: Int, _ hidden: Int, using generator: inout some RandomNumberGenerator
    ) throws(RecurrentError) -> Matrix<Scalar> {
        isForMatrices
            ? try .zeros(gates * hidden, 1)
            : try matrix(blocks: gates, hidden: hidden, columns: 1, using: &generator)
    }
}
