import Display
import RNNToolkit
import Testing

@Suite struct NestedBracketsTests {
    @Test func writesTheSlideInText() throws {
        let story = try Samples.lecture
        #expect(
            try story.nestedExpansion(of: .W).text(style: .unicode) == """
                ∂L/∂W = ∂L/∂ŷ V g′(z₃) [H₂ + W g′(z₂) [H₁ + W g′(z₁) [H₀ + W ∂H₀/∂W]]]
                  [H₀ + W ∂H₀/∂W]     = 0 + 0.5 · 0 = 0
                  [H₁ + W g′(z₁) […]] = 0.76159 + 0.5 · 0.41997 · 0 = 0.76159
                  [H₂ + W g′(z₂) […]] = 0.70682 + 0.5 · 0.50041 · 0.76159 = 0.89737
                ∂L/∂W = (-1.1455) · 1 · 0.97882 · 0.89737 = -1.0062
                """)
        #expect(
            try story.nestedExpansion(of: .U).text(style: .ascii) == """
                dL/dU = dL/dy^ V g'(z_3) [x_3 + W g'(z_2) [x_2 + W g'(z_1) [x_1 + W dH_0/dU]]]
                  [x_1 + W dH_0/dU]     = 1 + 0.5 * 0 = 1
                  [x_2 + W g'(z_1) [...]] = 0.5 + 0.5 * 0.41997 * 1 = 0.70999
                  [x_3 + W g'(z_2) [...]] = -0.5 + 0.5 * 0.50041 * 0.70999 = -0.32236
                dL/dU = (-1.1455) * 1 * 0.97882 * (-0.32236) = 0.36145
                """)
    }

    @Test func putsNumbersUnderBraces() throws {
        let network = ElmanNetwork(W: 0.5, U: 1, V: 2, activation: .identity)
        let latex = try network.forward([1], target: 1).nestedExpansion(of: .U).latex
        #expect(
            latex == #"\frac{\partial L}{\partial U} = "#
                + #"\underbrace{\frac{\partial L}{\partial \hat{y}}}_{1}\,"#
                + #"\underbrace{\frac{\partial \hat{y}}{\partial H_{1}}}_{2}\,"#
                + #"\underbrace{g'(z_{1})}_{1}\,"#
                + #"\underbrace{\Bigl[\underbrace{x_{1}}_{1} + \underbrace{W}_{0.5}\,"#
                + #"\underbrace{\frac{\partial H_0}{\partial U}}_{0}\Bigr]}_{1} = 2"#)
    }

    @Test func drawsInnerBracketsTogetherWhereThereAreMany() throws {
        let network = ElmanNetwork(W: 0.5, U: 1, V: 1)
        let formula = try network.forward([1, 1, 1, 1, 1, 1], target: 1).nestedExpansion(of: .W)
        #expect(formula.latex.contains(#"\bigl[\cdots\bigr]"#))
        #expect(formula.latex.contains("H_{4}") && !formula.latex.contains("H_{3}"))
        #expect(
            formula.text(style: .unicode).hasPrefix(
                "∂L/∂W = ∂L/∂ŷ V g′(z₆) [H₅ + W g′(z₅) [H₄ + W g′(z₄) […]]]\n"))
    }

    @Test func showsNormsOfWhatIsNotANumber() throws {
        let story = try Samples.pair
        let formula = try story.nestedExpansion(of: .W)
        #expect(formula.latex.contains(#"}_{\|\cdot\| = "#))
        let last = try #require(formula.text(style: .unicode).split(separator: "\n").last)
        #expect(last == "∂L/∂W has norm 0.32251")
    }

    @Test func writesPowersOfTenInLaTeX() throws {
        let network = ElmanNetwork(W: 0.5, U: 1e-9, V: 1, activation: .identity)
        let latex = try network.forward([1, 1], target: 1).nestedExpansion(of: .W).latex
        #expect(latex.contains(#"\underbrace{H_{1}}_{1\times 10^{-9}}"#))
        let diverged = try Samples.exploding.nestedExpansion(of: .W).latex
        #expect(diverged.contains(#"\infty"#) || diverged.contains(#"\text{NaN}"#))
    }

    @Test func isShownAsItsFormula() throws {
        let brackets = try Samples.lecture.pass.nestedBrackets(for: .U)
        #expect(brackets.mimeBundle == brackets.formula.mimeBundle)
        #expect(brackets.mimeBundle.representations.map(\.type) == [.plainText, .latex])
    }
}
