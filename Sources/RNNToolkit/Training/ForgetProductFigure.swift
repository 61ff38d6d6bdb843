public import Plotting
public import Recurrent

/// Returns a figure of the products of LSTM forget gates against the lag, on a logarithmic axis:
/// the fraction of c_{T-n} that remains in c_T, apart from the effect of the other gates.
///
/// - Parameters:
///   - passes: the passes with their names; the band covers all units and sequences.
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
