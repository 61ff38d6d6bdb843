public import Plotting
public import Recurrent

extension ElmanPass {
    /// The forward pass step by step: x, z, g′(z) and H, of the first sequence of a batch.
    ///
    /// Up to four numbers per quantity are written out; of more, the norm is shown, or the mean for
    /// g′(z).
    public var trace: Table { trace(ofSequence: 0) }

    /// Returns the forward pass of a sequence step by step: x, z, g′(z) and H.
    ///
    /// - Parameter sequence: the index of the sequence in the batch; the table is empty if there is
    ///   no such sequence.
    public func trace(ofSequence sequence: Int) -> Table {
        guard (0..<input.count).contains(sequence) else { return Table("Forward pass") {} }
        let steps = self.steps
        let states = self.states.map { $0.column(sequence) }
        let before: [Matrix<Scalar>?] = [nil]
        return Table("Forward pass") {
            Column("t", 0...steps.count)
            ColumnGroup(quantity: "xₜ", before + steps.map { $0.x.column(sequence) })
            ColumnGroup(quantity: "zₜ", before + steps.map { $0.z.column(sequence) })
            ColumnGroup(
                quantity: "g′(zₜ)", before + steps.map { $0.derivative.column(sequence) },
                areAveraged: true)
            ColumnGroup(quantity: "Hₜ", states)
        }
        .note(traceNote)
    }

    /// The equations of the pass, and its results.
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
