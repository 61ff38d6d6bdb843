import Recurrent

/// An Elman cell as equations.
struct OwnElman: CellEquations {
    let sum = Affine()

    func step(_ x: Term, _ h: Term) -> Term { tanh(sum(x, h)) }
}

/// An LSTM as equations.
struct OwnLSTM: MemoryCellEquations {
    let i = Affine(), f = Affine(), g = Affine(), o = Affine()

    func step(_ x: Term, _ h: Term, _ c: Term) -> (h: Term, c: Term) {
        let next = σ(f(x, h)) ⊙ c + σ(i(x, h)) ⊙ tanh(g(x, h))
        return (σ(o(x, h)) ⊙ tanh(next), next)
    }
}

/// A GRU as equations.
struct OwnGRU: CellEquations {
    let r = Affine(), z = Affine()
    let W = Weight(of: .state), U = Weight(of: .input), b = Bias(), d = Bias()

    func step(_ x: Term, _ h: Term) -> Term {
        let update = σ(z(x, h))
        let n = tanh(U • x + b + σ(r(x, h)) ⊙ (W • h + d))
        return (1 - update) ⊙ n + update ⊙ h
    }
}

extension Row {
    /// Parses the label of a row whose cell is written as equations, such as `own lstm 50 1 16 64 double
    /// 1`; returns the row and the row of the built-in cell.
    static func own(_ label: String) -> (own: Row, builtIn: Row)? {
        let cells: [String: RecurrentCell] = [
            "elman": .own(OwnElman()), "lstm": .own(OwnLSTM()), "gru": .own(OwnGRU()),
        ]
        guard label.hasPrefix("own "), var row = Row(String(label.dropFirst(4))) else { return nil }
        row.path = .plain
        var own = row
        guard let cell = cells[row.name] else { return nil }
        own.cell = cell
        return (own, row)
    }
}

/// Returns the median time of the Jacobian norms of all pairs of steps, of the lag curve and of the
/// influence of all inputs on all outputs, in seconds.
func normSeconds(
    hidden: Int, steps: Int, runs: Int
) throws -> (all: Double, lags: Double, influence: Double) {
    let layer = try RecurrentLayer(.lstm, inputs: 8, hidden: hidden, seed: 1)
    var generator = Xoshiro256(seed: 1)
    let input = try SequenceBatch(
        steps: steps, count: 1, features: 8,
        elements: (0..<steps * 8).map { _ in generator.normal() })
    let pass = try layer.forward(input)
    let stackPass = try RecurrentStack(layer).forward(input)
    return (
        try medianTime(of: runs) { _ = try pass.jacobianNorms() },
        try medianTime(of: runs) { _ = try pass.lagNorms() },
        try medianTime(of: runs) { _ = try stackPass.inputInfluence() }
    )
}
