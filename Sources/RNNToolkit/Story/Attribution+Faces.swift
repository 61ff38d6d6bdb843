public import Plotting
public import Recurrent

extension Attribution {
    /// Returns the words of the sequence, colored by what each contributes.
    ///
    /// - Parameters:
    ///   - words: one word for every step.
    ///   - title: the title.
    public func tokenMap(
        _ words: [String], title: String = "What each word contributes"
    ) -> TokenMap {
        TokenMap(title, words, values: contributions, label: "contribution")
    }

    /// Returns what each word contributes to the difference of the outputs, and the norm of its
    /// contribution to the gradient of every weight of the uppermost layer.
    ///
    /// - Parameter words: one word for every step.
    public func table(_ words: [String]) -> Table {
        let layer = story.layers[story.layers.count - story.directionCount]
        let steps = layer.contributions.map(\.parts)
        let names = layer.gradient.parts.map(\.name)
        return Table("What each word contributes") {
            Column("word", words).total("all")
            Column("contribution", contributions).total(contributions.reduce(0, +))
            for (index, name) in names.enumerated() {
                Column("‖part of ∂/∂\(name)‖", steps.map { $0[index].gradient.norm.shown })
                    .total(layer.gradient.parts[index].gradient.norm.shown)
            }
        }
        .note(
            "The difference is \(NumberFormat.significant(5).spelling(of: difference)), of which "
                + "\(NumberFormat.significant(5).spelling(of: baseline)) is there without any word."
        )
    }
}
