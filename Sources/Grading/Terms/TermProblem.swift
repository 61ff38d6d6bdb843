package import Recurrent

/// A pass of a random Elman network, of which every step's contribution to a gradient is asked.
package struct TermProblem: Problem {
    /// The weight whose gradient is asked.
    package typealias Weight = NestedBrackets<Double>.Weight

    /// T, the number of steps.
    package let steps: Int
    /// The weight whose gradient is asked.
    package let weight: Weight
    // swift-format-ignore: AlwaysUseLowerCamelCase
    /// The weights from state to state, `[H, H]`.
    package let W: Matrix<Double>
    // swift-format-ignore: AlwaysUseLowerCamelCase
    /// The weights from state to output, `[O, H]`.
    package let V: Matrix<Double>
    // swift-format-ignore: AlwaysUseLowerCamelCase
    /// H_0 … H_T.
    package let H: [[Double]]
    /// x_1 … x_T.
    package let x: [[Double]]
    /// y.
    package let y: [Double]
    /// ŷ.
    package let output: [Double]
    /// ∂L/∂ŷ.
    package let outputGradient: [Double]
    /// g′(z_0) … g′(z_T); the first, which no right answer needs, is taken from H_0 as for tanh.
    package let slopes: [[Double]]
    /// The toolkit's contributions from the last step to the first.
    package let right: [[Double]]

    /// Has a network make a pass, and takes its contributions.
    ///
    /// - Throws: `RecurrentError` where the network cannot read the inputs.
    package init(
        _ network: ElmanNetwork<Double>, x: [[Double]], y: [Double], weight: Weight
    ) throws(RecurrentError) {
        let pass = try network.forward(x, target: .column(y))
        let story = try network.backward(pass)
        steps = x.count
        self.weight = weight
        (W, V) = (network.W, network.V)
        H = pass.states.map(\.elements)
        (self.x, self.y) = (x, y)
        output = pass.prediction.elements
        outputGradient = pass.outputGradient.elements
        slopes = [H[0].map { 1 - $0 * $0 }] + pass.steps.map(\.derivative.elements)
        right = story.contributions.reversed().map {
            weight == .recurrent ? $0.W.elements : $0.U.elements
        }
    }

    /// The number of units, H.
    package var units: Int { W.rows }

    /// Indicates whether state, input and output are one number each.
    private var isOfNumbers: Bool { units == 1 && V.rows == 1 && x[0].count == 1 }

    package static let rowsName = "steps"

    /// Returns the step that a row is about; the first row is the last step.
    package func step(ofRow row: Int) -> Int { steps - row }

    package func name(ofRow row: Int) -> String { "step \(step(ofRow: row))" }

    package var summary: String {
        guard isOfNumbers else {
            return "a random network of \(units) units over \(steps) steps"
        }
        let states = Spelling.short(H.map { $0[0] })
        let inputs = Spelling.short(x.map { $0[0] })
        return "W: \(W), V: \(V), H: \(states), x: \(inputs), y: \(Spelling.short(y))"
    }

    package var quantities: [Quantity] {
        guard isOfNumbers else { return [] }
        var list = [
            Quantity("W", W[0, 0]), Quantity("V", V[0, 0]), Quantity("(ŷ - y)", outputGradient[0]),
            Quantity("y", y[0]), Quantity("ŷ", output[0]), Quantity("T", Double(steps)),
        ]
        for step in 0...steps {
            let (state, index) = (H[step][0], step.lowered)
            list.append(Quantity("H\(index)", state))
            if step > 0 { list.append(Quantity("g′(z\(index))", slopes[step][0])) }
            if step > 0 { list.append(Quantity("x\(index)", x[step - 1][0])) }
            list.append(Quantity("(1 - H\(index))", 1 - state))
            list.append(Quantity("(1 + H\(index))", 1 + state))
            list.append(Quantity("H\(index)²", state * state))
            list.append(Quantity("H\(index)(1 - H\(index))", state * (1 - state)))
        }
        if steps > 0 { list.append(Quantity("g′(z₀)", slopes[0][0])) }
        return list
    }

    package func factors(ofRow row: Int) -> [Quantity] {
        guard isOfNumbers else { return [] }
        let step = step(ofRow: row)
        var list = (step...steps).map {
            Quantity("g′(z\($0.lowered))", slopes[$0][0])
        }
        list.append(
            weight == .recurrent
                ? Quantity("H\((step - 1).lowered)", H[step - 1][0])
                : Quantity("x\(step.lowered)", x[step - 1][0]))
        if step < steps { list.append(Quantity("W", W[0, 0])) }
        return list + [Quantity("V", V[0, 0]), Quantity("(ŷ - y)", outputGradient[0])]
    }
}
