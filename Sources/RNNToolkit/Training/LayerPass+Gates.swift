public import Plotting
public import Recurrent

extension LayerPass {
    /// Draws what the gates of one sequence let through at every step, each in a panel.
    ///
    /// The line is the median over the units, the band reaches from the least to the greatest;
    /// with a cell state, its size is in the last panel.
    ///
    /// - Parameters:
    ///   - sequence: the sequence of the batch, from 0.
    ///   - units: the units to draw, each as a line; nil for the spread over all.
    /// - Throws: `RecurrentError.invalidValue` where there is no such sequence or unit, or the cell
    ///   has no gates.
    public func gatesFigure(
        sequence: Int = 0, units: [Int]? = nil
    ) throws(RecurrentError) -> Panels {
        let gates = layer.cell.gates.filter { $0 != .state && $0 != .candidate }
        guard !gates.isEmpty else {
            throw .invalidValue(
                name: "the cell", value: "an Elman cell", needed: "one with gates, to draw them")
        }
        var figures: [Figure] = []
        for gate in gates {
            let values = try gateOverTime(gate, sequence: sequence)
            figures.append(
                try Self.figure("\(gate.rawValue) gate", values, units, symbol: gate.symbol)
                    .yAxis(gate.symbol, range: 0...1))
        }
        if let cell = try cellOverTime(sequence: sequence) {
            figures.append(try Self.figure("cell state", cell, units, symbol: "c").yAxis("c"))
        }
        return Panels("Gates over time") {
            for figure in figures { figure }
        }
        .xAxis("step")
    }

    /// Draws numbers of shape `[T, H]` over the steps.
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

extension Gate {
    /// The letter by which equations call the gate.
    public var symbol: String {
        switch self {
        case .state: "h"
        case .input: "i"
        case .forget: "f"
        case .candidate: "g"
        case .output: "o"
        case .reset: "r"
        case .update: "z"
        }
    }
}

/// Draws the products of the forget gates of LSTM passes against the lag, on a logarithmic axis:
/// how much of c_{T-n} is left in c_T, were it not for the other gates.
///
/// - Parameters:
///   - passes: the passes and what they are called; the band reaches over units and sequences.
/// - Throws: `RecurrentError.invalidValue` for a cell without a forget gate.
public func forgetProductFigure<Scalar: RealScalar>(
    _ passes: [(name: String, pass: LayerPass<Scalar>)]
) throws(RecurrentError) -> Figure {
    var products: [(name: String, runs: [[Double]])] = []
    for (name, pass) in passes {
        let byLag = Array(try pass.forgetProducts.reversed())
        let runs = (0..<(byLag.first?.elements.count ?? 0)).map { unit in
            byLag.map { Double($0.elements[unit]) }
        }
        products.append((name, runs))
    }
    return Figure("What the forget gates leave of a cell") {
        for (name, runs) in products {
            Spread(x: 0..<(runs.first?.count ?? 0), runs: runs, label: name)
        }
    }
    .xAxis("lag n").yAxis("∏ f", scale: .log)
}
