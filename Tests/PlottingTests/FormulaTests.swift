import Display
import Plotting
import Testing

@Suite struct FormulaTests {
    /// The sum over time.
    private static let sum = Formula(
        latex: "$$\\frac{\\partial L}{\\partial W} = \\sum_k \\delta_k H_{k-1}$$",
        text: "∂L/∂W = Σₖ δₖ Hₖ₋₁")

    @Test func showsLaTeXBetweenDollarSigns() {
        let bundle = Self.sum.mimeBundle
        #expect(bundle.representations.map(\.type) == [.plainText, .latex])
        #expect(
            bundle[.latex]
                == .text("$$\\frac{\\partial L}{\\partial W} = \\sum_k \\delta_k H_{k-1}$$"))
        #expect(bundle.plainText == "∂L/∂W = Σₖ δₖ Hₖ₋₁")
    }

    @Test func saysTheSameInASCII() {
        #expect(Self.sum.ascii == "dL/dW = Sigma_k delta_k H_(k-1)")
    }

    @Test func alignsFormulasBelowOneAnother() {
        let power = Formula(latex: "0.5^{10} = 0.0009765625", text: "0.5¹⁰ = 0.0009765625")
        let both = Self.sum.followed(by: power).followed(by: power)
        #expect(
            both.latex == """
                \\begin{aligned}
                \\frac{\\partial L}{\\partial W} &= \\sum_k \\delta_k H_{k-1} \\\\
                0.5^{10} &= 0.0009765625 \\\\
                0.5^{10} &= 0.0009765625
                \\end{aligned}
                """)
        #expect(both.text(style: .unicode).split(separator: "\n").count == 3)
    }
}
