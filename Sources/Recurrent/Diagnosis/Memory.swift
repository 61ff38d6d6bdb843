extension LayerPass {
    /// The products f_{k+1} f_{k+2} … f_T of an LSTM's forget gates, for k from 0 to T.
    ///
    /// Each has shape `[B, H]`: the fraction of c_k that remains in c_T, apart from the effect of
    /// the other gates. After the end of a shorter sequence its cell state is held, and the factor
    /// is 1.
    /// - Throws: `RecurrentError.invalidValue` for a cell without a forget gate.
    public var forgetProducts: [Matrix<Scalar>] {
        get throws(RecurrentError) {
            var product = Matrix<Scalar>.zeros(Shape(record.count, record.hidden)).map { _ in 1 }
            var products = [product]
            for step in stride(from: steps, through: 1, by: -1) {
                var gate = try gate(.forget, at: step)
                for row in 0..<record.count
                where record.mask?.contains(step: step - 1, row: row) == false {
                    for unit in 0..<record.hidden { gate[row, unit] = 1 }
                }
                product = try product .* gate
                products.append(product)
            }
            return products.reversed()
        }
    }
}

/// Returns the lag at which gradients have decreased below a fraction of the last one.
///
/// - Parameters:
///   - norms: ‖∂L/∂H_0‖ … ‖∂L/∂H_T‖, the last of which is the reference.
///   - fraction: the fraction that counts as forgotten; a hundredth by default.
/// - Returns: the smallest lag n with ‖∂L/∂H_{T-n}‖ below the fraction, or `nil` if there is none.
/// - Throws: `RecurrentError.invalidValue` for a fraction that is not between 0 and 1, and
///   `.nonFinite` for a norm that is not finite.
public func effectiveMemory(
    _ norms: [Double], fraction: Double = 0.01
) throws(RecurrentError) -> Int? {
    guard fraction > 0, fraction < 1 else {
        throw .invalidValue(
            name: "the fraction that counts as forgotten", value: "\(fraction)",
            needed: "between 0 and 1")
    }
    if let step = norms.firstIndex(where: { !$0.isFinite }) {
        throw .nonFiniteData(place: "the norm after step \(step)", value: "\(norms[step])")
    }
    guard let last = norms.last else { return nil }
    let reversed = Array(norms.reversed())
    return reversed.firstIndex { $0 < fraction * last }
}

extension ElmanStory {
    /// ‖∂L/∂H_0‖ … ‖∂L/∂H_T‖ over all sequences.
    public var stateGradientNorms: [Double] { stateGradients.map { Double($0.norm) } }
}

extension LayerStory {
    /// The norms of the gradients of the states after each step, from 0 to T, over all sequences.
    ///
    /// For an LSTM these are the norms of h and c together.
    public var stateGradientNorms: [Double] {
        (0...pass.steps).map { step in
            let state = stateGradient(at: step)
            return euclideanNorm(
                of: [Double(state.hidden.norm), Double(state.cell?.norm ?? 0)])
        }
    }

    /// The norms of the gradients of h after each step, from 0 to T.
    public var hiddenGradientNorms: [Double] {
        (0...pass.steps).map { Double(stateGradient(at: $0).hidden.norm) }
    }

    /// The norms of the gradients of c after each step, from 0 to T; empty without a cell state.
    public var cellGradientNorms: [Double] {
        (0...pass.steps).compactMap { stateGradient(at: $0).cell.map { Double($0.norm) } }
    }
}
