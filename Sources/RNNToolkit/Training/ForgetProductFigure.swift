public import Plotting
public import Recurrent

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
