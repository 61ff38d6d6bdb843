internal import Plotting
internal import Recurrent

/// One step of a recurrent cell as a diagram: its gates with what they let through, and what goes
/// from the old state to the new one.
struct CellDiagram<Scalar: RealScalar> {
    /// The pass.
    private let pass: LayerPass<Scalar>
    /// The backward pass, where there was one.
    private let story: LayerStory<Scalar>?
    /// The step.
    private let step: Int
    /// The unit.
    private let unit: Int
    /// The sequence of the batch.
    private let sequence: Int

    /// Chooses a unit at a step.
    ///
    /// - Throws: `RecurrentError.invalidValue` where there is no such step, unit or sequence.
    init(
        _ pass: LayerPass<Scalar>, story: LayerStory<Scalar>? = nil, step: Int, unit: Int,
        sequence: Int
    ) throws(RecurrentError) {
        try pass.checkStep(step, from: 1)
        try pass.checkSequence(sequence)
        let units = pass.layer.hiddenSize
        guard (0..<units).contains(unit) else {
            throw .invalidValue(
                name: "the unit", value: "\(unit)", needed: "from 0 to \(units - 1)")
        }
        (self.pass, self.story, self.step) = (pass, story, step)
        (self.unit, self.sequence) = (unit, sequence)
    }

    /// The step as a diagram.
    func diagram() throws(RecurrentError) -> Diagram {
        let (before, after) = (try pass.state(after: step - 1), try pass.state(after: step))
        let units = after.hidden.columns
        var diagram = Diagram(
            "\(name), step \(step) of \(pass.steps)"
                + (units > 1 ? ", unit \(unit) of \(units)" : ""))
        switch pass.layer.cell {
        case .elman: try addElman(before, after, to: &diagram)
        case .lstm(let hasForgetGate): try addLSTM(hasForgetGate, before, after, to: &diagram)
        case .gru: try addGRU(before, after, to: &diagram)
        case .equations: try addEquations(before, after, to: &diagram)
        }
        return diagram
    }

    /// The name of the cell.
    private var name: String {
        switch pass.layer.cell {
        case .elman: "Elman cell"
        case .lstm: "LSTM cell"
        case .gru: "GRU cell"
        case .equations(let recording): recording.name
        }
    }

    // MARK: - Cells

    /// Adds the old and the new state, and x into it.
    private func addEquations(
        _ before: LayerState<Scalar>, _ after: LayerState<Scalar>, to diagram: inout Diagram
    ) throws(RecurrentError) {
        add(lines("H", before.hidden, after: step - 1), 0, 0, to: &diagram)
        add(lines("H", after.hidden, after: step), 0, 1, to: &diagram)
        diagram.nodes.append(DiagramNode(row: 1, column: 1, [inputText]))
        diagram.arrows.append(DiagramArrow(from: .init(1, 1), to: .init(0, 1)))
        chain(0...1, in: &diagram, labels: ["step"])
    }

    /// Adds the old state, z and the new state.
    private func addElman(
        _ before: LayerState<Scalar>, _ after: LayerState<Scalar>, to diagram: inout Diagram
    ) throws(RecurrentError) {
        let sum = Double(try pass.preactivation(at: step)[sequence, unit])
        add(lines("H", before.hidden, after: step - 1), 0, 0, to: &diagram)
        add(["z\(new) = \(Self.spelling(sum))"], 0, 1, to: &diagram)
        add(lines("H", after.hidden, after: step), 0, 2, to: &diagram)
        diagram.nodes.append(DiagramNode(row: 1, column: 1, [inputText]))
        diagram.arrows.append(DiagramArrow(from: .init(1, 1), to: .init(0, 1), "U"))
        chain(0...2, in: &diagram, labels: ["W", "g"])
        diagram.caption = "z\(new) = W H\(old) + U x\(new) + b and H\(new) = g(z\(new))."
    }

    /// Adds the old cell, what is kept of it, the new cell and the new state, with the gates below.
    private func addLSTM(
        _ hasForgetGate: Bool, _ before: LayerState<Scalar>, _ after: LayerState<Scalar>,
        to diagram: inout Diagram
    ) throws(RecurrentError) {
        guard let cell = before.cell, let newCell = after.cell else { return }
        let (input, candidate) = (try value(of: .input), try value(of: .candidate))
        let output = try value(of: .output)
        let kept = hasForgetGate ? 1 : 0
        add(lines("c", cell, after: step - 1), 0, 0, to: &diagram)
        if hasForgetGate {
            let forget = try value(of: .forget)
            let product = forget * Double(cell[sequence, unit])
            add(["f c\(old) = \(Self.spelling(product))"], 0, 1, to: &diagram)
            add(["f = \(Self.spelling(forget))", "keeps"], 1, 1, to: &diagram)
        }
        add(lines("c", newCell, after: step), 0, kept + 1, to: &diagram)
        add(lines("H", after.hidden, after: step), 0, kept + 2, to: &diagram)
        add(
            [
                "i g = \(Self.spelling(input * candidate))", "i = \(Self.spelling(input))",
                "g = \(Self.spelling(candidate))",
            ], 1, kept + 1, to: &diagram)
        add(["o = \(Self.spelling(output))", "shows"], 1, kept + 2, to: &diagram)
        chain(0...(kept + 2), in: &diagram)
        addGates(
            Array(1...(kept + 2)), before, symbols: hasForgetGate ? ["·", "+", "·"] : ["+", "·"],
            to: &diagram)
        diagram.caption =
            "c\(new) = \(hasForgetGate ? "f " : "")c\(old) + i g and H\(new) = o tanh c\(new)."
    }

    /// Adds the old state, what is kept of it and the new state, with the gates below.
    private func addGRU(
        _ before: LayerState<Scalar>, _ after: LayerState<Scalar>, to diagram: inout Diagram
    ) throws(RecurrentError) {
        let (update, reset) = (try value(of: .update), try value(of: .reset))
        let candidate = try value(of: .candidate)
        let kept = update * Double(before.hidden[sequence, unit])
        add(lines("H", before.hidden, after: step - 1), 0, 0, to: &diagram)
        add(["z H\(old) = \(Self.spelling(kept))"], 0, 1, to: &diagram)
        add(lines("H", after.hidden, after: step), 0, 2, to: &diagram)
        add(["z = \(Self.spelling(update))", "keeps"], 1, 1, to: &diagram)
        add(
            [
                "(1 − z) n = \(Self.spelling((1 - update) * candidate))",
                "n = \(Self.spelling(candidate))",
            ], 1, 2, to: &diagram)
        add(["r = \(Self.spelling(reset))", "resets"], 1, 3, to: &diagram)
        diagram.arrows.append(DiagramArrow(from: .init(1, 3), to: .init(1, 2), ""))
        chain(0...2, in: &diagram)
        addGates([1, 2, 3], before, symbols: ["·", "+", nil], to: &diagram)
        diagram.caption =
            "H\(new) = z H\(old) + (1 − z) n; r is how much of H\(old) the candidate n sees."
    }

    // MARK: - Parts

    /// Adds a box.
    private func add(_ lines: [String], _ row: Int, _ column: Int, to diagram: inout Diagram) {
        diagram.nodes.append(DiagramNode(row: row, column: column, lines))
    }

    /// Adds the arrows along the state, and back where gradients are known.
    private func chain(
        _ columns: ClosedRange<Int>, in diagram: inout Diagram, labels: [String] = []
    ) {
        for column in columns.dropLast() {
            let label = labels.indices.contains(column) ? labels[column] : ""
            let ends = (DiagramArrow.Place(0, column), DiagramArrow.Place(0, column + 1))
            diagram.arrows.append(DiagramArrow(from: ends.0, to: ends.1, label))
            guard story != nil else { continue }
            diagram.arrows.append(DiagramArrow(from: ends.1, to: ends.0, isBackward: true))
        }
    }

    /// Adds what all gates see, and the arrows from there to the state.
    private func addGates(
        _ columns: [Int], _ before: LayerState<Scalar>, symbols: [String?],
        to diagram: inout Diagram
    ) {
        guard let first = columns.first, let last = columns.last else { return }
        let hidden =
            before.hidden.columns == 1
            ? "H\(old) = \(spelling(before.hidden))" : "H\(old) (\(before.hidden.columns) numbers)"
        diagram.nodes.append(
            DiagramNode(row: 2, column: first, through: last, ["\(hidden) and \(inputText)"]))
        for (column, symbol) in zip(columns, symbols) {
            diagram.arrows.append(DiagramArrow(from: .init(2, column), to: .init(1, column)))
            guard let symbol else { continue }
            diagram.arrows.append(
                DiagramArrow(from: .init(1, column), to: .init(0, column), symbol))
        }
    }

    /// The step before, lowered.
    private var old: String { (step - 1).lowered }

    /// The step, lowered.
    private var new: String { step.lowered }

    /// The input of the step, or how many numbers it has.
    private var inputText: String {
        let (batch, width) = (pass.input.count, pass.input.features)
        guard width == 1 else { return "x\(new) (\(width) numbers)" }
        return
            "x\(new) = \(Self.spelling(Double(pass.input.elements[(step - 1) * batch + sequence])))"
    }

    /// Returns what a gate lets through.
    private func value(of gate: Gate) throws(RecurrentError) -> Double {
        Double(try pass.gate(gate, at: step)[sequence, unit])
    }

    /// Returns the lines that tell a state after a step, with its gradient where it is known.
    private func lines(_ name: String, _ state: Matrix<Scalar>, after step: Int) -> [String] {
        ["\(name)\(step.lowered) = \(spelling(state))"] + gradient(name, at: step)
    }

    /// Returns the lines that tell the gradient of a state, where it is known.
    private func gradient(_ name: String, at step: Int) -> [String] {
        guard let state = try? story?.stateGradient(after: step),
            let matrix = name == "c" ? state.cell : state.hidden
        else { return [] }
        return ["∂L/∂\(name)\(step.lowered)", "= \(spelling(matrix))"]
    }

    /// Returns the unit's number in a state.
    private func spelling(_ state: Matrix<Scalar>) -> String {
        Self.spelling(Double(state[sequence, unit]))
    }

    /// Returns a number of three digits.
    private static func spelling(_ value: Double) -> String {
        NumberFormat.significant(3).spelling(of: value)
    }
}
