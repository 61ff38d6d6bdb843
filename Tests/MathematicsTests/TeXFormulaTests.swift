import Markup
import Mathematics
import Testing

@Suite struct TeXFormulaTests {
    /// Returns a formula as MathML without the parts that are the same in all.
    private func mathML(_ source: String, isDisplayed: Bool = false) -> String? {
        var macros = TeXMacros()
        let node = TeXFormula(source, isDisplayed: isDisplayed).markup(&macros)
        guard let row = node.element?.first("semantics")?.children.first?.element else {
            return nil
        }
        return MarkupWriter.html(row.children).replacing(
            /\ (?:lspace|rspace|stretchy|form|separator)="[^"]*"/, with: "")
    }

    @Test func formulasOfALectureAreSet() {
        for (source, expected) in [
            ("x", "<mi>x</mi>"), ("12.5", "<mn>12.5</mn>"),
            ("x_t", "<msub><mi>x</mi><mi>t</mi></msub>"),
            ("x^10", "<msup><mi>x</mi><mn>1</mn></msup><mn>0</mn>"),
            ("\\frac12", "<mfrac><mn>1</mn><mn>2</mn></mfrac>"),
            (
                "2^{10}",
                "<msup><mn>2</mn><mrow><mn>10</mn></mrow></msup>".replacing(
                    "<mrow><mn>10</mn></mrow>", with: "<mn>10</mn>")
            ),
            ("f'(x)", "<msup><mi>f</mi><mo>′</mo></msup><mo>(</mo><mi>x</mi><mo>)</mo>"),
            ("W^\\top", "<msup><mi>W</mi><mi>⊤</mi></msup>"),
            ("-0.5", "<mo>−</mo><mn>0.5</mn>"), ("\\mathbb{R}", "<mi>ℝ</mi>"),
            ("\\mathrm{diag}(x)", "<mi>diag</mi><mo>(</mo><mi>x</mi><mo>)</mo>"),
            ("\\hat y", "<mover accent=\"true\"><mi>y</mi><mo>^</mo></mover>"),
            ("\\tanh c", "<mi>tanh</mi><mspace width=\"0.1667em\"></mspace><mi>c</mi>"),
            ("\\text{if } x", "<mtext>if\u{A0}</mtext><mi>x</mi>"),
        ] { #expect(mathML(source) == expected, "\(source)") }
    }

    @Test func sumsHaveTheirLimitsAboveAndBelowOnlyInLinesOfTheirOwn() {
        #expect(mathML("\\sum_k^n x")?.hasPrefix("<msubsup><mo>∑</mo>") == true)
        #expect(
            mathML("\\sum_k^n x", isDisplayed: true)?.hasPrefix("<munderover><mo>∑</mo>") == true)
        #expect(mathML("\\underbrace{x}_{3}")?.hasPrefix("<munder><munder><mi>x</mi>") == true)
    }

    @Test func whatLectureNotebooksUseIsKnown() {
        for source in [
            #"\frac{\partial L}{\partial W} = \underbrace{g'(z_{3})}_{0.97882}\,\Bigl[\bigl[H_0 + W\tfrac{\partial H_0}{\partial W}\bigr]\Bigr]"#,
            #"\begin{pmatrix} a & b \\ c & d \end{pmatrix}"#,
            #"\begin{cases} 1 & x > 0 \\ 0 & \text{else} \end{cases}"#,
            #"\begin{aligned} a &= b + c \\ &= d \end{aligned}"#,
            #"\left\lVert \frac{x}{y} \right\rVert_2"#,
            #"\mathcal{N}(0, \sigma^2)"#, #"\sqrt[3]{x}"#,
            #"\lim_{n \to \infty} \left(1 + \frac1n\right)^n"#,
            #"\operatorname*{arg\,max}_\theta p(x \mid \theta)"#,
            #"\color{red}{x} + \textcolor{blue}{y}"#,
            #"\boldsymbol{\theta} \leftarrow \boldsymbol{\theta} - \alpha \nabla_{\boldsymbol{\theta}} L"#,
            #"\int_{-\infty}^{\infty} e^{-x^2}\,dx = \sqrt{\pi}"#, #"\binom{n}{k}"#,
            #"\overline{AB} \perp \vec{v}"#,
            #"x \xrightarrow{f} y"#, #"a \not= b"#,
            #"\begin{align} x &= 1 \tag{1} \label{eq:x} \\ y &= 2 \end{align}"#,
            #"\begin{bmatrix} 1 & \cdots & 0 \\ \vdots & \ddots & \vdots \end{bmatrix}"#,
            #"H \in \mathbb{R}^{T \times B}"#,
            #"\left\{ x \,\middle|\, x > 0 \right\}"#,
            #"\begin{array}{l|r} a & b \\ \hline c & d \end{array}"#,
            #"{\bf x} \cdot {\rm d}t"#, #"\prod_{i=1}^{n} \bigcup_{j} A_{ij}"#, #"50\%"#,
            #"a \bmod b"#, #"x''_{t+1}"#,
        ] { #expect(mathML(source, isDisplayed: true) != nil, "\(source)") }
    }

    @Test func whatIsNotKnownStaysAsItIsWritten() {
        for source in [
            "\\unknown{x}", "{x", "x}", "\\frac{1}", "\\left( x",
            "\\begin{tikzpicture}\\end{tikzpicture}", "x^a^b",
        ] {
            var macros = TeXMacros()
            let node = TeXFormula(source, isDisplayed: false).markup(&macros)
            #expect(node.element?.name == "code", "\(source)")
            #expect(node.text == "$\(source)$")
        }
    }

    @Test func commandsOfTheNotebookStandForWhatTheyWereDefinedAs() {
        var macros = TeXMacros()
        _ = TeXFormula(
            #"\newcommand{\R}{\mathbb{R}} \def\norm#1{\lVert #1 \rVert} \DeclareMathOperator{\tr}{tr}"#,
            isDisplayed: true
        ).markup(&macros)
        let node = TeXFormula(#"\norm{x} \in \R, \tr A"#, isDisplayed: false).markup(&macros)
        let row = node.element?.first("semantics")?.children.first
        #expect(row?.text == "‖x‖∈ℝ,trA")
    }

    @Test func formulasWithoutAnEndEnd() {
        var macros = TeXMacros()
        for source in [
            #"\def\x{\x\x}\x"#, String(repeating: "{", count: 50_000),
            String(repeating: "\\frac", count: 50_000),
            String(repeating: "\\left(", count: 10_000), String(repeating: "x^{", count: 10_000),
            String(repeating: "\\sqrt", count: 10_000), String(repeating: "a+", count: 9_000),
        ] {
            _ = TeXFormula(source, isDisplayed: false).markup(&macros)
        }
    }

    /// Formulas at random, of pieces that are known and unknown: each is set or stands as it is
    /// written, never with a part left out.
    @Test(arguments: 0..<20) func everyLetterOfAFormulaIsShown(seed: UInt64) {
        var state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
        func number(below bound: Int) -> Int {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return Int(state >> 11) % bound
        }
        func formula(_ depth: Int) -> String {
            let letter = String(Array("abcdefghijklmnopqrstuvwxyz")[number(below: 26)])
            guard depth > 0 else { return letter }
            let inner = formula(depth - 1)
            let other = formula(depth - 1)
            return [
                "\\frac{\(inner)}{\(other)}", "{\(inner)}_{\(other)}+ \(letter)",
                "{\(inner)}^{\(other)}", "\\sqrt{\(inner)}",
                "\\left(\(inner)\\right]", "\\hat{\(inner)}", "\\mathrm{\(letter)} = \(inner)",
                "\\begin{matrix}\(inner)&\(other)\\end{matrix}",
                "\\underbrace{\(inner)}_{\(other)}", "\\text{\(letter)} \(inner)",
                "\(inner) \\cdot \(other)", "\\overset{\(inner)}{\(other)}",
                "\\color{red}{\(inner)}", "\\sum_{\(inner)}^{\(other)}", "\\mathbf{\(inner)}",
                "\\displaystyle \(inner)",
            ][number(below: 16)]
        }
        for _ in 0..<30 {
            let source = formula(3)
            var macros = TeXMacros()
            let node = TeXFormula(source, isDisplayed: number(below: 2) == 0).markup(&macros)
            guard let row = node.element?.first("semantics")?.children.first else {
                #expect(Bool(false), "not set: \(source)")
                continue
            }
            let written = source.replacing(/\\(?:begin|end|color)\{[a-z]*\}|\\[a-z]+/, with: "")
                .filter(\.isLetter)
            // Bold letters are letters of another alphabet.
            let shown = row.text.count { $0.isLetter }
            #expect(shown == written.count, "\(source)\n\(row.text)")
        }
    }
}
