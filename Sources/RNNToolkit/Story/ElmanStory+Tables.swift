public import Plotting
public import Recurrent

extension ElmanStory {
    /// The backward pass step by step, from the last: ∂L/∂H, g′(z) and δ = ∂L/∂z.
    ///
    /// Up to four numbers per quantity are written out; of more, the norm is shown, or the mean for
    /// g′(z).
    public var trace: Table {
        let count = pass.layerPass.steps
        let after: [Matrix<Scalar>?] = [nil]
        let isNumber = pass.network.hiddenSize == 1
        let transposed = isNumber ? "W" : "Wᵀ"
        let read = pass.isReadAtEveryStep ? ", plus the part of the loss at t−1" : ""
        return Table("Backward pass") {
            Column("t", stride(from: count, through: 0, by: -1))
            ColumnGroup(quantity: "∂L/∂Hₜ", stateGradients.reversed())
            ColumnGroup(
                quantity: "g′(zₜ)", pass.steps.reversed().map(\.derivative) + after,
                areAveraged: true)
            ColumnGroup(quantity: "δₜ", deltas.reversed() + after)
        }
        .note("δₜ = ∂L/∂zₜ = g′(zₜ) ∂L/∂Hₜ, and ∂L/∂Hₜ₋₁ = \(transposed) δₜ\(read).")
    }

    /// Every parameter with its gradient: the numbers themselves, or norms if there are several.
    public var gradientTable: Table {
        let network = pass.network
        let rows: [(String, Matrix<Scalar>, Matrix<Scalar>)] = [
            ("W", network.W, gradient.W), ("U", network.U, gradient.U),
            ("V", network.V, gradient.V), ("b", network.b, gradient.b),
            ("c", network.c, gradient.c), ("H₀", network.H0, gradient.H0),
        ]
        let areNumbers = rows.allSatisfy { $0.1.single != nil && $0.2.single != nil }
        let measure = { (matrix: Matrix<Scalar>) in
            areNumbers ? matrix.single : matrix.norm.shown
        }
        return Table("Gradient of every parameter") {
            Column("parameter θ", rows.map(\.0))
            Column("shape", rows.map { "\($0.1.shape)" })
            Column(areNumbers ? "θ" : "‖θ‖", rows.map { measure($0.1) })
            Column(areNumbers ? "∂L/∂θ" : "‖∂L/∂θ‖", rows.map { measure($0.2) })
        }
        .note("L = \(NumberFormat.significant(5).spelling(of: pass.loss.shown)).")
    }

    /// The contribution of every step to ∂L/∂W and ∂L/∂U, with the gradient in the row of sums.
    ///
    /// For a network of single numbers these are the terms of the slides' expansions, multiplied
    /// out; otherwise norms are shown, and the last row is the norm of the sum.
    public var contributionTable: Table {
        let parts = contributions
        let isNumber = gradient.W.single != nil && gradient.U.single != nil && pass.input.count == 1
        return isNumber ? contributionTable(ofNumbers: parts) : contributionTable(ofNorms: parts)
    }

    /// Returns the table of contributions of a network of single numbers.
    private func contributionTable(ofNumbers parts: [StepContribution<Scalar>]) -> Table {
        Table("What every step contributes") {
            Column("k", parts.map(\.step)).total("sum")
            Column("δₖ", deltas.map(\.single))
            ColumnGroup("∂L/∂W") {
                Column("Hₖ₋₁", pass.states.dropLast().map(\.single))
                Column("δₖ Hₖ₋₁", parts.map(\.W.single)).total(gradient.W.single)
            }
            ColumnGroup("∂L/∂U") {
                Column("xₖ", pass.steps.map(\.x.single))
                Column("δₖ xₖ", parts.map(\.U.single)).total(gradient.U.single)
            }
        }
        .note("The row of sums is the gradient that the backward pass returns.")
    }

    /// Returns the table of the norms of contributions.
    private func contributionTable(ofNorms parts: [StepContribution<Scalar>]) -> Table {
        Table("What every step contributes") {
            Column("k", parts.map(\.step)).total("all")
            Column("‖δₖ‖", deltas.map(\.norm.shown))
            Column("‖part of ∂L/∂W‖", parts.map(\.W.norm.shown)).total(gradient.W.norm.shown)
            Column("‖part of ∂L/∂U‖", parts.map(\.U.norm.shown)).total(gradient.U.norm.shown)
        }
        .note("The last row holds the norms of the sums, which are the gradients.")
    }
}
