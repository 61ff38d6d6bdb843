public import Plotting
public import Recurrent

extension ElmanPass {
    /// The forward pass step by step: x, z, g′(z) and H, of the first sequence of a batch.
    ///
    /// A quantity of up to four numbers is written out; of longer ones the norm is shown.
    public var trace: Table { trace(ofSequence: 0) }

    /// Returns the forward pass of a sequence step by step: x, z, g′(z) and H.
    ///
    /// - Parameter sequence: the sequence of the batch, from 0; one that there is not has no rows.
    public func trace(ofSequence sequence: Int) -> Table {
        guard (0..<input.count).contains(sequence) else { return Table("Forward pass") {} }
        let steps = self.steps
        let states = self.states.map { $0.column(sequence) }
        let before: [Matrix<Scalar>?] = [nil]
        return Table("Forward pass") {
            Column("t", 0...steps.count)
            ColumnGroup(quantity: "xₜ", before + steps.map { $0.x.column(sequence) })
            ColumnGroup(quantity: "zₜ", before + steps.map { $0.z.column(sequence) })
            ColumnGroup(quantity: "g′(zₜ)", before + steps.map { $0.derivative.column(sequence) })
            ColumnGroup(quantity: "Hₜ", states)
        }
        .note(traceNote)
    }

    /// The equations of the pass, and what came out of it.
    private var traceNote: String {
        let equations = "zₜ = W Hₜ₋₁ + U xₜ + b, Hₜ = \(network.activation)(zₜ)"
        let number = NumberFormat.significant(5)
        var results: [String] = []
        if let prediction = prediction.single, !isReadAtEveryStep {
            results.append("ŷ = \(number.spelling(of: prediction))")
        }
        if let target = targets.last?.single, !isReadAtEveryStep {
            results.append("y = \(number.spelling(of: target))")
        }
        results.append("L = \(number.spelling(of: loss.shown))")
        return equations + "; " + results.joined(separator: ", ") + "."
    }
}
