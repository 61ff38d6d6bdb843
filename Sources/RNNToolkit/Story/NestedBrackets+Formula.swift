public import Display
public import Plotting
public import Recurrent

extension NestedBrackets.Weight {
    // swift-format-ignore: AlwaysUseLowerCamelCase
    /// ∂L/∂W, under the slides' name of the weight.
    public static var W: Self { .recurrent }

    // swift-format-ignore: AlwaysUseLowerCamelCase
    /// ∂L/∂U, under the slides' name of the weight.
    public static var U: Self { .input }
}

extension NestedBrackets {
    /// The expansion as on the slides, with the value of every part under its brace.
    ///
    /// Of more than three steps, the inner ones are replaced by an ellipsis. A part that is not a
    /// single number has its norm under the brace.
    public var formula: Formula {
        Formula(
            latex: NestedLatex(self).formula,
            text: NestedText(self).lines.joined(separator: "\n"))
    }

    /// The innermost level that is written out; below it is an ellipsis.
    var innermostShown: Int { brackets.count <= 3 ? 1 : brackets.count - 1 }
}

extension NestedBrackets: Displayable {
    /// The formula as text and as LaTeX.
    public var mimeBundle: MIMEBundle { formula.mimeBundle }
}

extension ElmanPass {
    /// Returns the slides' nested expansion of ∂L/∂W or ∂L/∂U, with its values.
    ///
    /// - Throws: `RecurrentError.invalidValue` if there are several targets or lengths.
    public func nestedExpansion(
        of weight: NestedBrackets<Scalar>.Weight
    ) throws(RecurrentError) -> Formula {
        try nestedBrackets(for: weight).formula
    }
}

extension ElmanStory {
    /// Returns the slides' nested expansion of ∂L/∂W or ∂L/∂U, with its values.
    ///
    /// - Throws: `RecurrentError.invalidValue` if there are several targets or lengths.
    public func nestedExpansion(
        of weight: NestedBrackets<Scalar>.Weight
    ) throws(RecurrentError) -> Formula {
        try pass.nestedExpansion(of: weight)
    }
}
