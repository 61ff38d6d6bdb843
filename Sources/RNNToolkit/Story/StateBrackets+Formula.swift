public import Display
public import Plotting
public import Recurrent

extension StateBrackets {
    /// The expansion with the value of every part under its brace, and the gates under every bracket.
    ///
    /// Of more than three steps, the inner ones are replaced by an ellipsis. A part that is not a
    /// single number has its norm under the brace.
    public var formula: Formula {
        Formula(
            latex: StateLatex(self).formula, text: StateText(self).lines.joined(separator: "\n"))
    }

    /// The innermost level that is written out; below it is an ellipsis.
    var innermostShown: Int { brackets.count <= 3 ? 1 : brackets.count - 1 }

    /// The letter of the weight: W, U or b with the gate as its index, or its own name.
    var letter: String {
        let letters = ["weightHH": "W", "weightIH": "U", "biasIH": "b"]
        guard let gate, gate != .state else { return letters[weight] ?? weight }
        return "\(letters[weight] ?? weight)_\(gate.symbol)"
    }

    /// Indicates whether there is a second state, c.
    var hasCell: Bool { brackets.last?.output != nil }

    /// Whether the blocks of the state's Jacobian are the factors, as for equations with two states.
    var isOfBlocks: Bool { hasCell && brackets.allSatisfy(\.gates.isEmpty) }

    /// The letter of what an inner bracket is the derivative of.
    var innerLetter: String { hasCell ? "c" : "h" }

    /// The letter of the gate that keeps the old state, or C for ∂cₖ/∂cₖ₋₁; `nil` for a cell without
    /// either.
    var keepingLetter: String? {
        if isOfBlocks { return "C" }
        guard brackets.last?.kept != nil else { return nil }
        return hasCell ? (brackets.last?.gates[.forget] == nil ? "1" : "f") : "z"
    }

    /// The gates of a bracket that are scalars, in the order of the equations.
    func shownGates(of bracket: Bracket) -> [(symbol: String, value: Matrix<Scalar>)] {
        Gate.allCases.compactMap { gate in bracket.gates[gate].map { (gate.symbol, $0) } }
    }
}

extension StateBrackets: Displayable {
    /// The formula as text and as LaTeX.
    public var mimeBundle: MIMEBundle { formula.mimeBundle }
}

extension LayeredStory {
    /// Returns the nested expansion of ∂L/∂W or ∂L/∂U for the rows of a gate, with its values.
    ///
    /// - Parameters:
    ///   - weight: W, the weights of the state, or U, those of the input.
    ///   - gate: the gate; `nil` for an Elman cell.
    ///   - layer: the layer; `nil` for the uppermost one, forward.
    /// - Throws: `RecurrentError.invalidValue` if there is no such gate or layer, or if the gradient is
    ///   not that of one loss after the last step of one sequence.
    public func nestedExpansion(
        of weight: NestedBrackets<Scalar>.Weight, gate: Gate?, layer: Int? = nil
    ) throws(RecurrentError) -> Formula {
        let name = weight == .recurrent ? "weightHH" : "weightIH"
        return try chosen(layer).stateBrackets(for: name, gate: gate).formula
    }

    /// Returns the nested expansion of the gradient of a weight of user-defined equations.
    ///
    /// - Parameters:
    ///   - weight: the name of the weight.
    ///   - layer: the layer; `nil` for the uppermost one, forward.
    /// - Throws: `RecurrentError.invalidValue` if there is no such weight or layer, or if the gradient
    ///   is not that of one loss after the last step of one sequence.
    public func nestedExpansion(
        of weight: String, layer: Int? = nil
    ) throws(RecurrentError) -> Formula {
        try chosen(layer).stateBrackets(for: weight).formula
    }
}
