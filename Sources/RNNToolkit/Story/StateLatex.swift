internal import Plotting
internal import Recurrent

/// A nested expansion of a cell with gates formatted in LaTeX, with braces under its parts.
struct StateLatex<Scalar: RealScalar> {
    /// The expansion.
    private let expansion: StateBrackets<Scalar>

    /// Creates a formatter of an expansion.
    init(_ expansion: StateBrackets<Scalar>) { self.expansion = expansion }

    /// The whole formula, on one line.
    var formula: String {
        guard let last = expansion.brackets.last else { return "" }
        let outer = braced(
            "\\frac{\\partial L}{\\partial h_{\(last.step)}}", expansion.outputGradient)
        return "\\frac{\\partial L}{\\partial \(expansion.letter)} = \(outer)\\,\(whole(last)) = "
            + LatexNumber.spelling(of: expansion.value)
    }

    /// Returns h′ of a step with everything inside it.
    private func whole(_ bracket: StateBrackets<Scalar>.Bracket) -> String {
        let k = bracket.step
        guard let output = bracket.output else { return inner(bracket) }
        var terms =
            expansion.isOfBlocks
            ? [
                braced("E_{\(k)}", output.direct),
                braced("S_{\(k)}", output.slope) + "\\," + inner(before: k),
                braced("B_{\(k)}", output.throughGate) + "\\," + old(before: k),
            ]
            : [
                braced("o_{\(k)}\\,g'(c_{\(k)})", output.slope) + "\\," + inner(bracket),
                braced("B_{\(k)}", output.throughGate) + "\\," + old(before: k),
            ]
        if expansion.gate == .output { terms.append(braced("E_{\(k)}", output.direct)) }
        return "\\underbrace{\\Bigl[\(terms.joined(separator: " + "))\\Bigr]}_{"
            + LatexNumber.equation(of: "h'_{\(k)}", output.value) + "}"
    }

    /// Returns an inner bracket, with everything inside it and its gates under it.
    private func inner(_ bracket: StateBrackets<Scalar>.Bracket) -> String {
        let (k, letter) = (bracket.step, expansion.innerLetter)
        var rows = [LatexNumber.equation(of: "\(letter)'_{\(k)}", bracket.inner)]
        // Norms of gates would say nothing.
        let isNumber = bracket.inner.single != nil
        for (symbol, value) in isNumber ? expansion.shownGates(of: bracket) : [] {
            rows.append(LatexNumber.equation(of: "\(symbol)_{\(k)}", value))
        }
        let list = rows.joined(separator: " \\\\ ")
        let under = "_{\\begin{smallmatrix} \(list) \\end{smallmatrix}}"
        guard k >= expansion.innermostShown else {
            return "\\underbrace{\\bigl[\\cdots\\bigr]}\(under)"
        }
        let before = inner(before: k)
        var terms = [braced("D_{\(k)}", bracket.direct)]
        if let kept = bracket.kept, let gate = expansion.keepingLetter {
            let factor = gate == "1" ? "" : braced("\(gate)_{\(k)}", kept) + "\\,"
            terms.append(factor + before)
            terms.append(braced("A_{\(k)}", bracket.throughGates) + "\\," + old(before: k))
        } else {
            terms.append(braced("A_{\(k)}", bracket.throughGates) + "\\," + before)
        }
        return "\\underbrace{\\Bigl[\(terms.joined(separator: " + "))\\Bigr]}\(under)"
    }

    /// Returns the inner bracket of the step before.
    private func inner(before k: Int) -> String {
        k > 1
            ? inner(expansion.brackets[k - 2])
            : "\\underbrace{\(expansion.innerLetter)'_{0}}_{0}"
    }

    /// Returns h′ of the step before, with its value.
    private func old(before k: Int) -> String {
        guard k > 1 else { return "\\underbrace{h'_{0}}_{0}" }
        return braced("h'_{\(k - 1)}", expansion.brackets[k - 2].value)
    }
}
