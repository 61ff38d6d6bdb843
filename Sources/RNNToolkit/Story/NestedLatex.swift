internal import Plotting
internal import Recurrent

/// A nested expansion formatted in LaTeX, with braces under its parts.
struct NestedLatex<Scalar: RealScalar> {
    /// The expansion.
    private let expansion: NestedBrackets<Scalar>

    /// Creates a formatter of an expansion.
    init(_ expansion: NestedBrackets<Scalar>) { self.expansion = expansion }

    /// The whole formula, on one line.
    var formula: String {
        let (steps, letter) = (expansion.brackets.count, expansion.weight.rawValue)
        guard let outermost = expansion.brackets.last else { return "" }
        let parts = [
            braced("\\frac{\\partial L}{\\partial \\hat{y}}", expansion.outputGradient),
            braced("\\frac{\\partial \\hat{y}}{\\partial H_{\(steps)}}", expansion.V),
            braced("g'(z_{\(steps)})", outermost.slope), bracket(outermost),
        ]
        return "\\frac{\\partial L}{\\partial \(letter)} = " + parts.joined(separator: "\\,")
            + " = " + LatexNumber.spelling(of: expansion.value)
    }

    /// Returns one bracket, with everything inside it.
    private func bracket(_ bracket: NestedBrackets<Scalar>.Bracket) -> String {
        guard bracket.step >= expansion.innermostShown else {
            return braced("\\bigl[\\cdots\\bigr]", bracket.value)
        }
        let isRecurrent = expansion.weight == .recurrent
        let seen = isRecurrent ? "H_{\(bracket.step - 1)}" : "x_{\(bracket.step)}"
        let weight = braced("W", expansion.W)
        let inner: String
        if bracket.step > 1 {
            let before = expansion.brackets[bracket.step - 2]
            inner =
                braced("g'(z_{\(before.step)})", before.slope) + "\\," + self.bracket(before)
        } else {
            let letter = expansion.weight.rawValue
            inner = "\\underbrace{\\frac{\\partial H_0}{\\partial \(letter)}}_{0}"
        }
        return braced(
            "\\Bigl[\(braced(seen, bracket.seen)) + \(weight)\\,\(inner)\\Bigr]", bracket.value)
    }
}
