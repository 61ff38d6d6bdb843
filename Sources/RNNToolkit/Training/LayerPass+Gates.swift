public import Plotting
public import Recurrent

extension LayeredPass {
    /// Returns a figure of a layer's gates for one sequence at every step, with a panel per gate.
    ///
    /// - Parameters:
    ///   - sequence: the index of the sequence in the batch.
    ///   - units: the units to draw, each as a line, or `nil` for the spread over all.
    ///   - layer: the layer, in the order of `layers`, or `nil` for the uppermost one.
    /// - Throws: `RecurrentError.invalidValue` if there is no such sequence, unit or layer, or the
    ///   cell has no gates.
    public func gatesFigure(
        sequence: Int = 0, units: [Int]? = nil, layer: Int? = nil
    ) throws(RecurrentError) -> Panels {
        try chosen(layer).gatesFigure(sequence: sequence, units: units)
    }
}

extension LayerPass {
    /// Returns a figure of the gates for one sequence at every step, with a panel per gate.
    ///
    /// The line is the median over the units, and the band covers the range from the minimum to the
    /// maximum; a cell state has an additional last panel.
    ///
    /// - Parameters:
    ///   - sequence: the index of the sequence in the batch.
    ///   - units: the units to draw, each as a line, or `nil` for the spread over all.
    /// - Throws: `RecurrentError.invalidValue` if there is no such sequence or unit, or the cell
    ///   has no gates.
    public func gatesFigure(
        sequence: Int = 0, units: [Int]? = nil
    ) throws(RecurrentError) -> Panels {
        let gates = layer.cell.gates.filter { $0 != .state && $0 != .candidate }
        guard !gates.isEmpty || !valueNames.isEmpty else {
            let isOwn = layer.cell.gates.isEmpty
            throw .invalidValue(
                name: "the cell", value: isOwn ? "\(layer.cell)" : "an Elman cell",
                needed: isOwn
                    ? "one whose equations name a value, as in σ(a).named(\"z\"), to draw it"
                    : "one with gates, to draw them")
        }
        var figures: [Figure] = []
        for gate in gates {
            let values = try gateOverTime(gate, sequence: sequence)
            figures.append(
                try Self.figure("\(gate.rawValue) gate", values, units, symbol: gate.symbol)
                    .yAxis(gate.symbol, range: 0...1))
        }
        for name in valueNames {
            let values = try valueOverTime(name, sequence: sequence)
            figures.append(try Self.figure(name, values, units, symbol: name).yAxis(name))
        }
        if let cell = try cellOverTime(sequence: sequence) {
            figures.append(try Self.figure("cell state", cell, units, symbol: "c").yAxis("c"))
        }
        return Panels("Gates over time") {
            for figure in figures { figure }
        }
        .xAxis("step")
    }

    /// Returns a figure of values of shape `[T, H]` over the steps.
    private static func figure(
        _ title: String, _ values: Matrix<Scalar>, _ units: [Int]?, symbol: String
    ) throws(RecurrentError) -> Figure {
        if let unit = units?.first(where: { !(0..<values.columns).contains($0) }) {
            throw .invalidValue(
                name: "the unit", value: "\(unit)", needed: "from 0 to \(values.columns - 1)")
        }
        func overTime(_ unit: Int) -> [Double] {
            (0..<values.rows).map { Double(values[$0, unit]) }
        }
        return Figure(title) {
            if let units {
                for unit in units {
                    Line(x: 1...values.rows, y: overTime(unit), label: "unit \(unit)")
                }
            } else {
                Spread(
                    x: 1...values.rows, runs: (0..<values.columns).map(overTime),
                    label: "\(symbol), all units")
            }
        }
    }
}
