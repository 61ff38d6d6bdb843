import Recurrent

/// An Elman cell as a person writes it.
struct OwnElman: CellEquations {
    let activation: Activation
    let W = Weight(of: .state), U = Weight(of: .input), b = Bias()

    func step(_ x: Term, _ h: Term) -> Term {
        let z = (W • h + U • x + b).named("z")
        return switch activation {
        case .tanh: tanh(z)
        case .sigmoid: σ(z)
        case .relu: relu(z)
        default: z
        }
    }
}

/// An LSTM as a person writes it.
struct OwnLSTM: MemoryCellEquations {
    let i = Affine(), f = Affine(), g = Affine(), o = Affine()

    func step(_ x: Term, _ h: Term, _ c: Term) -> (h: Term, c: Term) {
        let next = σ(f(x, h)) ⊙ c + σ(i(x, h)) ⊙ tanh(g(x, h))
        return (σ(o(x, h)) ⊙ tanh(next), next)
    }
}

/// An LSTM whose gates come out of one product, as in PyTorch.
struct StackedLSTM: MemoryCellEquations {
    let W = Weight(of: .state, rows: .state(times: 4))
    let U = Weight(of: .input, rows: .state(times: 4))
    let b = Bias(.state(times: 4))

    func step(_ x: Term, _ h: Term, _ c: Term) -> (h: Term, c: Term) {
        let gates = W • h + U • x + b
        let (i, f) = (σ(gates.part(0, of: 4)), σ(gates.part(1, of: 4)))
        let (g, o) = (tanh(gates.part(2, of: 4)), σ(gates.part(3, of: 4)))
        let next = f ⊙ c + i ⊙ g
        return (o ⊙ tanh(next), next)
    }
}

/// A GRU as a person writes it, with the reset gate after or before the product.
struct OwnGRU: CellEquations {
    let isBefore: Bool
    let r = Affine(), z = Affine()
    let W = Weight(of: .state), U = Weight(of: .input), b = Bias(), d = Bias()

    func step(_ x: Term, _ h: Term) -> Term {
        let (reset, update) = (σ(r(x, h)), σ(z(x, h)))
        let n = tanh(U • x + b + (isBefore ? W • (reset ⊙ h) + d : reset ⊙ (W • h + d)))
        return (1 - update) ⊙ n + update ⊙ h
    }
}

/// A minimal GRU, whose gates do not see the state.
///
/// - Source: Feng et al. 2024, arXiv:2410.01201.
struct MinimalGRU: CellEquations {
    let W_z = Weight(of: .input), b_z = Bias(), W_h = Weight(of: .input), b_h = Bias()

    func step(_ x: Term, _ h: Term) -> Term {
        let z = σ(W_z • x + b_z).named("z")
        return (1 - z) ⊙ h + z ⊙ (W_h • x + b_h)
    }
}

/// An Elman cell whose sums are normalized.
struct NormalizedElman: CellEquations {
    let W = Weight(of: .stateAndInput), g = Bias(filled: .constant(1)), b = Bias()

    func step(_ x: Term, _ h: Term) -> Term { tanh(g ⊙ layerNorm(W • h.above(x)) + b) }
}

/// An LSTM whose gates see the cell.
///
/// - Source: Gers, Schraudolph and Schmidhuber 2002.
struct PeepholeLSTM: MemoryCellEquations {
    let i = Affine(), f = Affine(), g = Affine(), o = Affine()
    let p_i = Bias(), p_f = Bias(), p_o = Bias()

    func step(_ x: Term, _ h: Term, _ c: Term) -> (h: Term, c: Term) {
        let keep = σ(f(x, h) + p_f ⊙ c)
        let next = keep ⊙ c + σ(i(x, h) + p_i ⊙ c) ⊙ tanh(g(x, h))
        return (σ(o(x, h) + p_o ⊙ next) ⊙ tanh(next), next)
    }
}

/// A cell with every operation and function that there is.
struct EveryOperation: MemoryCellEquations {
    let A = Weight(of: .state), B = Weight(of: .input), u = Bias(), v = Bias()
    let s = Bias(.exactly(1)), M = Weight(of: .state(times: 2))

    func step(_ x: Term, _ h: Term, _ c: Term) -> (h: Term, c: Term) {
        let a = tanh(A • h + B • x)
        let scaled = s * a / (1.5 + a.squared.sum)
        let weighted = softmax(a) ⊙ exp(-(u ⊙ u)) - 0.5 * sin(v) ⊙ cos(c)
        let low = log(2 + softplus(M • a.above(c))) - relu(a - 0.1)
        let row = (h.transposed • A).transposed / (2 + abs(c).sum)
        let outer = (a • c.transposed) • h
        let squeezed = sqrt(1 + h.squared) - σ(A.transposed • c).mean
        let half = a.above(c).part(1, of: 2)
        return (
            tanh(scaled + weighted + 0.25 * row + 0.1 * outer + (2 - low) / 4),
            tanh(half - squeezed + a.norm * u)
        )
    }
}

/// A built-in layer and the same one in a person's own equations.
struct Twins {
    /// The built-in one.
    let fused: RecurrentLayer<Double>
    /// The one in own equations.
    let own: RecurrentLayer<Double>
    /// The blocks of a gradient's weights of the state, the input, and the biases, in gate order.
    private let names: (state: [String], input: [String], bias: [String], stateBias: String?)

    /// The built-in cells that have twins, with what is written in their place.
    static let cells: [(RecurrentCell, RecurrentCell)] = [
        (.elman, .own(OwnElman(activation: .tanh))),
        (.elman(.sigmoid), .own(OwnElman(activation: .sigmoid))),
        (.elman(.relu), .own(OwnElman(activation: .relu))),
        (.elman(.identity), .own(OwnElman(activation: .identity))),
        (.lstm, .own(OwnLSTM())), (.lstm, .own(StackedLSTM())),
        (.gru, .own(OwnGRU(isBefore: false))),
        (.gru(reset: .beforeProduct), .own(OwnGRU(isBefore: true))),
    ]

    /// Makes a pair with the same random weights.
    init(
        _ cells: (RecurrentCell, RecurrentCell), inputs: Int, hidden: Int,
        using generator: inout some RandomNumberGenerator
    ) throws {
        var fused = try RecurrentLayer<Double>(
            cells.0, inputs: inputs, hidden: hidden, using: &generator)
        var own = try RecurrentLayer<Double>(
            cells.1, inputs: inputs, hidden: hidden, using: &generator)
        // Twice PyTorch's weights, so that the gates are far from one half.
        fused.weightHH = 2 * fused.weightHH
        fused.weightIH = 2 * fused.weightIH
        let gates: [String]
        switch cells.0 {
        case .lstm: gates = ["i.", "f.", "g.", "o."]
        case .gru: gates = ["r.", "z.", ""]
        default: gates = [""]
        }
        let isStacked = own["W"] != nil && cells.0 == .lstm
        names =
            isStacked
            ? (["W"], ["U"], ["b"], nil)
            : (
                gates.map { $0 + "W" }, gates.map { $0 + "U" }, gates.map { $0 + "b" },
                own["d"] == nil ? nil : "d"
            )
        if let d = names.stateBias {
            // Only the candidate has two biases.
            for row in 0..<2 * hidden {
                fused.biasIH[row, 0] += fused.biasHH[row, 0]
                fused.biasHH[row, 0] = 0
            }
            own[d] = fused.biasHH.block(2, of: 3)
        } else {
            fused.biasIH = try fused.biasIH + fused.biasHH
            fused.biasHH = 0 * fused.biasHH
        }
        for (part, matrix) in [
            (names.state, fused.weightHH), (names.input, fused.weightIH),
            (names.bias, fused.biasIH),
        ] {
            for (index, name) in part.enumerated() {
                own[name] = matrix.block(index, of: part.count)
            }
        }
        (self.fused, self.own) = (fused, own)
    }

    /// The parts of a built-in layer's gradient, beside those of the own layer's.
    func pairs(
        _ fused: LayerGradient<Double>, _ own: LayerGradient<Double>
    ) throws -> [(Matrix<Double>, Matrix<Double>)] {
        func stacked(_ names: [String]) throws -> Matrix<Double> {
            try Matrix(
                names.flatMap { name in
                    guard let tensor = own.own[name] else { return [[Double]]() }
                    let matrix = try tensor.matrix
                    return (0..<matrix.rows).map { matrix.row($0).elements }
                })
        }
        var pairs = [
            (fused.weightHH, try stacked(names.state)), (fused.weightIH, try stacked(names.input)),
            (fused.biasIH, try stacked(names.bias)),
        ]
        if let d = names.stateBias {
            pairs.append((fused.biasHH.block(2, of: 3), try stacked([d])))
        }
        return pairs
    }
}

extension Matrix where Scalar == Double {
    /// One of several equal parts of the rows.
    func block(_ index: Int, of count: Int) -> Matrix {
        let height = rows / count
        return rows(index * height..<(index + 1) * height)
    }

    /// How far another matrix is from this one, in terms of this one's size.
    func distance(to other: Matrix) -> Double {
        guard shape == other.shape, let difference = try? self - other else { return .infinity }
        return norm == 0 ? difference.norm : difference.norm / norm
    }
}
