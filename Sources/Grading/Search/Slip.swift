/// A fault that people make, as a change of the right way.
package struct Slip<Way: Recipe>: Sendable {
    /// The kind of fault, such as "W is missing".
    package let kind: String

    /// The choice of the recipe that it changes; two faults of one choice cannot be made together.
    package let choice: String

    /// Indicates whether an answer with this fault alone is accepted, with a remark.
    package let isHarmless: Bool

    /// Indicates whether it adds rows, leaves some out, or moves them.
    package var movesRows: Bool { choice == Self.rowsChoice }

    /// The choice of faults that move rows.
    package static var rowsChoice: String { "rows" }

    /// Returns the fault in words that can follow "step 3: ", for a row of a problem.
    package let words: @Sendable (Way.Question, Int) -> String

    /// Makes the change.
    package let change: @Sendable (inout Way) -> Void

    /// Describes a fault.
    package init(
        _ kind: String, in choice: String, isHarmless: Bool = false,
        words: @escaping @Sendable (Way.Question, Int) -> String,
        change: @escaping @Sendable (inout Way) -> Void
    ) {
        self.kind = kind
        self.choice = choice
        self.isHarmless = isHarmless
        self.words = words
        self.change = change
    }

    /// Describes a fault whose words are those of its kind in every row.
    package init(
        _ kind: String, in choice: String, isHarmless: Bool = false,
        change: @escaping @Sendable (inout Way) -> Void
    ) {
        self.init(kind, in: choice, isHarmless: isHarmless, words: { _, _ in kind }, change: change)
    }
}
