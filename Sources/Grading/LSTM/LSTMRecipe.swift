internal import Recurrent

/// One step back through an LSTM with a choice at every point where people go wrong.
package struct LSTMRecipe: Recipe {
    /// The forms that stand in place of ∂L/∂cₜ.
    enum Cell {
        case right, withoutLater, withoutState, withoutSlope, stateSlope, withoutOutput, turned,
            plainSlope
    }
    /// The forms that stand in place of a gate's slope.
    enum Slope { case right, missing, other, oneMinus }
    /// The forms that stand in place of the number that a gate is multiplied by.
    enum Partner { case right, missing, exchanged }

    /// The form of ∂L/∂cₜ.
    var cell = Cell.right
    /// The forms of the slopes of i, f, g and o.
    var slopes = [Slope](repeating: .right, count: 4)
    /// The forms of g, cₜ₋₁, i and tanh(cₜ) in the gradients of i, f, g and o.
    var partners = [Partner](repeating: .right, count: 4)
    /// Indicates whether the output gate takes ∂L/∂cₜ for ∂L/∂hₜ.
    var outputTakesCell = false
    /// Indicates whether the gates take ∂L/∂hₜ for ∂L/∂cₜ.
    var gatesTakeState = false
    /// The form of f on the way to cₜ₋₁, or nil for f itself.
    var kept: Kept?
    /// The rows whose sign is turned round.
    var turned: Set<Int> = []

    /// The forms that stand in place of f on the way to cₜ₋₁.
    enum Kept { case nothing, input, oneMinus, later, output }

    package init() {}

    package func answer(to problem: LSTMProblem) -> [[Double]] {
        let step = problem.step
        let squashed = Activation.tanh(step.c)
        let cell = cellGradient(step, squashed)
        let gates = [step.i, step.f, step.g, step.o]
        let source = gatesTakeState ? step.hGradient : cell
        let sources = [source, source, source, outputTakesCell ? cell : step.hGradient]
        let right = [step.g, step.cBefore, step.i, squashed]
        let exchanged = [step.i, step.c, step.g, step.c]
        var rows = gates.indices.map { index in
            let partner =
                switch partners[index] {
                case .right: right[index]
                case .missing: 1.0
                case .exchanged: exchanged[index]
                }
            return sources[index] * partner * slope(of: index, gates[index])
        }
        rows.append((kept == .later ? step.cGradient : cell) * share(step))
        return rows.enumerated().map { [turned.contains($0) ? -$1 : $1] }
    }

    /// ∂L/∂cₜ, or what stands for it.
    private func cellGradient(_ step: LSTMStep, _ squashed: Double) -> Double {
        let slope = 1 - squashed * squashed
        switch cell {
        case .right: return step.cGradient + step.hGradient * step.o * slope
        case .withoutLater: return step.hGradient * step.o * slope
        case .withoutState: return step.cGradient
        case .withoutSlope: return step.cGradient + step.hGradient * step.o
        case .stateSlope:
            let state = step.o * squashed
            return step.cGradient + step.hGradient * step.o * (1 - state * state)
        case .withoutOutput: return step.cGradient + step.hGradient * slope
        case .turned: return step.cGradient - step.hGradient * step.o * slope
        case .plainSlope:
            return step.cGradient + step.hGradient * step.o * (1 - step.c * step.c)
        }
    }

    /// Returns the number that stands in place of f on the way to cₜ₋₁.
    private func share(_ step: LSTMStep) -> Double {
        switch kept {
        case nil, .later: step.f
        case .nothing: 1
        case .input: step.i
        case .oneMinus: 1 - step.f
        case .output: step.o
        }
    }

    /// The slope of a gate, or what stands for it.
    private func slope(of index: Int, _ gate: Double) -> Double {
        let (sigmoid, tanh) = (gate * (1 - gate), 1 - gate * gate)
        switch slopes[index] {
        case .right: return index == 2 ? tanh : sigmoid
        case .other: return index == 2 ? sigmoid : tanh
        case .missing: return 1
        case .oneMinus: return 1 - gate
        }
    }

    package static func slips(for problem: LSTMProblem) -> [Slip<LSTMRecipe>] {
        ofCell + ofAllGates + (0..<4).flatMap(ofGate) + ofTheWayOn
            + (0..<5).map { row in
                Slip("the sign is turned round", in: "sign \(row)") { $0.turned.insert(row) }
            }
    }

    /// The faults of ∂L/∂cₜ.
    private static var ofCell: [Slip<LSTMRecipe>] {
        [
            Slip(
                "what comes back from the step after is forgotten", in: "cell",
                words: { _, _ in
                    "cGradient, what comes back to cₜ from the step after, is forgotten in ∂L/∂cₜ"
                }
            ) { $0.cell = .withoutLater },
            Slip(
                "the way through h is forgotten", in: "cell",
                words: { _, _ in
                    "the way through hₜ is forgotten in ∂L/∂cₜ: ∂L/∂hₜ o (1 - tanh²(cₜ))"
                }
            ) { $0.cell = .withoutState },
            Slip(
                "the slope of tanh(c) is missing", in: "cell",
                words: { _, _ in
                    "(1 - tanh²(cₜ)) is missing in ∂L/∂cₜ"
                }
            ) { $0.cell = .withoutSlope },
            Slip(
                "1 - h² stands where 1 - tanh²(c) belongs", in: "cell",
                words: { _, _ in
                    "1 - hₜ² stands where 1 - tanh²(cₜ) belongs in ∂L/∂cₜ"
                }
            ) { $0.cell = .stateSlope },
            Slip(
                "1 - c² stands where 1 - tanh²(c) belongs", in: "cell",
                words: { _, _ in
                    "1 - cₜ² stands where 1 - tanh²(cₜ) belongs in ∂L/∂cₜ"
                }
            ) { $0.cell = .plainSlope },
            Slip("o is missing", in: "cell", words: { _, _ in "o is missing in ∂L/∂cₜ" }) {
                $0.cell = .withoutOutput
            },
            Slip(
                "the way through h has the wrong sign", in: "cell",
                words: { _, _ in
                    "the way through hₜ has the wrong sign in ∂L/∂cₜ"
                }
            ) { $0.cell = .turned },
        ]
    }

    /// The faults of all gates at once.
    private static var ofAllGates: [Slip<LSTMRecipe>] {
        [
            Slip(
                "all slopes are missing", in: "slopes",
                words: { _, _ in
                    "the slopes of the gates are missing: the gradients are asked before σ and tanh"
                }
            ) { $0.slopes = Array(repeating: .missing, count: 4) },
            Slip(
                "all slopes are those of sigmoids", in: "slopes",
                words: { _, _ in
                    "g(1 - g) stands where 1 - g² belongs: the candidate is a tanh"
                }
            ) { $0.slopes[2] = .other },
            Slip(
                "all slopes are those of tanh", in: "slopes",
                words: { _, _ in
                    "1 - i² stands where i(1 - i) belongs: i, f and o are sigmoids"
                }
            ) { $0.slopes = [.other, .other, .right, .other] },
            Slip(
                "∂L/∂h stands where ∂L/∂c belongs", in: "source",
                words: { _, _ in
                    "∂L/∂hₜ stands where ∂L/∂cₜ belongs"
                }
            ) { $0.gatesTakeState = true },
            Slip(
                "∂L/∂c stands where ∂L/∂h belongs", in: "output source",
                words: { _, _ in
                    "∂L/∂cₜ stands where ∂L/∂hₜ belongs: o acts on hₜ alone"
                }
            ) { $0.outputTakesCell = true },
        ]
    }

    /// The faults of one gate.
    private static func ofGate(_ index: Int) -> [Slip<LSTMRecipe>] {
        let name = ["i", "f", "g", "o"][index]
        let slope = index == 2 ? "(1 - g²)" : "\(name)(1 - \(name))"
        let other = index == 2 ? "g(1 - g)" : "(1 - \(name)²)"
        let partner = ["g", "cₜ₋₁", "i", "tanh(cₜ)"][index]
        let exchanged = ["i", "cₜ", "g", "cₜ"][index]
        return [
            Slip("\(slope) is missing", in: "slope \(index)") { $0.slopes[index] = .missing },
            Slip("\(other) stands where \(slope) belongs", in: "slope \(index)") {
                $0.slopes[index] = .other
            },
            Slip("(1 - \(name)) stands where \(slope) belongs", in: "slope \(index)") {
                $0.slopes[index] = .oneMinus
            },
            Slip("\(partner) is missing", in: "partner \(index)") {
                $0.partners[index] = .missing
            },
            Slip("\(exchanged) stands where \(partner) belongs", in: "partner \(index)") {
                $0.partners[index] = .exchanged
            },
        ]
    }

    /// The faults on the way to the cell before.
    private static var ofTheWayOn: [Slip<LSTMRecipe>] {
        [
            Slip("f is missing", in: "kept") { $0.kept = .nothing },
            Slip("i stands where f belongs", in: "kept") { $0.kept = .input },
            Slip("o stands where f belongs", in: "kept") { $0.kept = .output },
            Slip("(1 - f) stands where f belongs", in: "kept") { $0.kept = .oneMinus },
            Slip(
                "only what comes from the step after goes on", in: "kept",
                words: { _, _ in
                    "only cGradient goes on to cₜ₋₁; the way through hₜ is forgotten"
                }
            ) { $0.kept = .later },
        ]
    }
}
