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
        return Table("What each word contributes") {
            Column("word", words).total("all")
            Column("contribution", contributions).total(contributions.reduce(0, +))
            for part in layer.partNorms {
                Column("‖part of ∂/∂\(part.name)‖", part.steps).total(part.all)
            }
        }
        .note(
            "The difference is \(FormulaNumber.spelling(of: difference)), of which "
                + "\(FormulaNumber.spelling(of: baseline)) is there without any word."
        )
    }
}
