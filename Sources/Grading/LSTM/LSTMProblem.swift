package import Recurrent

/// A random step of an LSTM, of which the way back is asked.
package struct LSTMProblem: Problem {
    /// The step.
    package let step: LSTMStep

    /// The toolkit's gradients of i, f, g, o and of the cell before.
    package let right: [[Double]]

    /// Has the toolkit go back through a step whose gates are given by what goes into them.
    ///
    /// - Parameters:
    ///   - sums: z of i, f, g and o.
    ///   - cBefore: cₜ₋₁.
    ///   - hGradient: ∂L/∂hₜ.
    ///   - cGradient: what comes back to cₜ from the step after.
    /// - Throws: `RecurrentError` for a number that is not finite.
    package init(
        sums: [Double], cBefore: Double, hGradient: Double, cGradient: Double
    ) throws(RecurrentError) {
        let layer = RecurrentLayer<Double>(
            .lstm, weightIH: try .zeros(4, 1), weightHH: try .zeros(4, 1), biasIH: .column(sums))
        let pass = try layer.forward(
            SequenceBatch([1.0]),
            from: LayerState(hidden: .row([0]), cell: .row([cBefore])))
        let story = try layer.backward(
            pass,
            finalStateGradient: LayerState(hidden: .row([hGradient]), cell: .row([cGradient])))
        let gates = try [Gate.input, .forget, .candidate, .output].map {
            gate throws(RecurrentError) in
            try pass.gate(gate, at: 1).value
        }
        step = LSTMStep(
            i: gates[0], f: gates[1], g: gates[2], o: gates[3], cBefore: cBefore,
            hGradient: hGradient, cGradient: cGradient)
        let before = story.initialStateGradient.cell?.elements ?? []
        right = (story.gradient.biasIH.elements + before).map { [$0] }
    }

    /// Returns random steps.
    package static func random(seed: UInt64) throws(RecurrentError) -> [LSTMProblem] {
        var generator = Xoshiro256(seed: seed)
        var problems: [LSTMProblem] = []
        for _ in 0..<5 {
            let sums = (0..<4).map { _ in number(0.3...1.4, &generator) }
            problems.append(
                try LSTMProblem(
                    sums: sums, cBefore: number(0.3...0.9, &generator),
                    hGradient: number(0.3...0.9, &generator),
                    cGradient: number(0.3...0.9, &generator)))
        }
        return problems
    }

    /// Draws a number of either sign.
    private static func number(
        _ range: ClosedRange<Double>, _ generator: inout Xoshiro256
    ) -> Double {
        let size = generator.uniform(from: range.lowerBound, to: range.upperBound)
        return generator.next() & 1 == 0 ? size : -size
    }

    package static let rowsName = "gradients"

    package func name(ofRow row: Int) -> String {
        ["∂L/∂zᵢ", "∂L/∂z_f", "∂L/∂z_g", "∂L/∂zₒ", "∂L/∂cₜ₋₁"][row]
    }

    package var summary: String {
        let numbers = [
            ("i", step.i), ("f", step.f), ("g", step.g), ("o", step.o), ("cBefore", step.cBefore),
            ("c", step.c), ("hGradient", step.hGradient), ("cGradient", step.cGradient),
        ]
        return numbers.map { "\($0): \(Spelling.short($1))" }.joined(separator: ", ")
    }

    /// ∂L/∂cₜ, all that comes back to the cell.
    package var cellGradient: Double {
        let squashed = Activation.tanh(step.c)
        return step.cGradient + step.hGradient * step.o * (1 - squashed * squashed)
    }

    package var quantities: [Quantity] {
        let squashed = Activation.tanh(step.c)
        let gates = [("i", step.i), ("f", step.f), ("g", step.g), ("o", step.o)]
        return gates.flatMap { name, value in
            [
                Quantity(name, value), Quantity("\(name)(1 - \(name))", value * (1 - value)),
                Quantity("(1 - \(name)²)", 1 - value * value), Quantity("(1 - \(name))", 1 - value),
                Quantity("\(name)²", value * value),
            ]
        } + [
            Quantity("cₜ₋₁", step.cBefore), Quantity("cₜ", step.c), Quantity("tanh(cₜ)", squashed),
            Quantity("(1 - tanh²(cₜ))", 1 - squashed * squashed),
            Quantity("∂L/∂hₜ", step.hGradient), Quantity("cGradient", step.cGradient),
            Quantity("∂L/∂cₜ", cellGradient), Quantity("hₜ", step.o * squashed),
        ]
    }

    package func factors(ofRow row: Int) -> [Quantity] {
        func slope(_ name: String, _ value: Double) -> Quantity {
            Quantity("\(name)(1 - \(name))", value * (1 - value))
        }
        let cell = Quantity("∂L/∂cₜ", cellGradient)
        switch row {
        case 0: return [cell, Quantity("g", step.g), slope("i", step.i)]
        case 1: return [cell, Quantity("cₜ₋₁", step.cBefore), slope("f", step.f)]
        case 2: return [cell, Quantity("i", step.i), Quantity("(1 - g²)", 1 - step.g * step.g)]
        case 3:
            return [
                Quantity("∂L/∂hₜ", step.hGradient), Quantity("tanh(cₜ)", Activation.tanh(step.c)),
                slope("o", step.o),
            ]
        default: return [cell, Quantity("f", step.f)]
        }
    }
}
