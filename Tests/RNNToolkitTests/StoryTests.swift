import Display
import RNNToolkit
import Testing

@Suite struct StoryTests {
    @Test(arguments: TextStyle.allCases)
    func everyFaceFitsEightyColumns(style: TextStyle) throws {
        for (name, text) in try Samples.texts {
            let lines = text(style).split(separator: "\n", omittingEmptySubsequences: false)
            let widest = lines.map(\.count).max() ?? 0
            #expect(widest <= 80, "\(name) is \(widest) columns wide")
            #expect(!text(style).isEmpty, "\(name)")
            if style == .ascii {
                #expect(text(style).utf8.allSatisfy { $0 < 128 }, "\(name)")
                // Heat maps mark NaN with a question mark.
                let isUnspelled = text(style).contains("?") && !text(style).contains("? NaN")
                #expect(!isUnspelled, "\(name) has a letter without a spelling")
            }
        }
    }

    @Test func writesTheForwardPass() throws {
        #expect(
            try Samples.lecture.pass.trace.text(style: .unicode) == """
                Forward pass
                t    xₜ        zₜ   g′(zₜ)        Hₜ
                ─  ────  ────────  ───────  ────────
                0                            0.00000
                1   1.0   1.00000  0.41997   0.76159
                2   0.5   0.88080  0.50041   0.70682
                3  -0.5  -0.14659  0.97882  -0.14555
                zₜ = W Hₜ₋₁ + U xₜ + b, Hₜ = tanh(zₜ); ŷ = -0.14555, y = 1, L = 0.65614.
                """)
        #expect(try Samples.lecture.pass.trace(ofSequence: 1).csv == "\n")
    }

    @Test func writesOutAFewUnitsAndNormsOfMany() throws {
        let pair = try Samples.pair.pass.trace.text(style: .unicode)
        #expect(pair.contains("╌╌╌╌ Hₜ ╌╌╌╌"))
        let long = try Samples.long.pass.trace.text(style: .unicode)
        #expect(long.contains("‖Hₜ‖") && long.contains("mean g′(zₜ)"))
    }

    @Test func writesTheBackwardPass() throws {
        #expect(
            try Samples.lecture.trace.text(style: .unicode) == """
                Backward pass
                t     ∂L/∂Hₜ   g′(zₜ)         δₜ
                ─  ─────────  ───────  ─────────
                3  -1.145550  0.97882  -1.121282
                2  -0.560641  0.50041  -0.280549
                1  -0.140274  0.41997  -0.058912
                0  -0.029456
                δₜ = ∂L/∂zₜ = g′(zₜ) ∂L/∂Hₜ, and ∂L/∂Hₜ₋₁ = W δₜ.
                """)
        #expect(try Samples.pair.trace.text(style: .unicode).contains("∂L/∂Hₜ₋₁ = Wᵀ δₜ."))
    }

    @Test func writesTheGradientOfEveryParameter() throws {
        #expect(
            try Samples.lecture.gradientTable.text(style: .ascii) == """
                Gradient of every parameter
                parameter theta  shape   theta  dL/dtheta
                ---------------  ------  -----  ---------
                W                [1, 1]    0.5  -1.006207
                U                [1, 1]    1.0   0.361455
                V                [1, 1]    1.0   0.166734
                b                [1, 1]    0.0  -1.460742
                c                [1, 1]    0.0  -1.145550
                H_0              [1, 1]    0.0  -0.029456
                L = 0.65614.
                """)
        #expect(try Samples.pair.gradientTable.text(style: .unicode).contains("‖∂L/∂θ‖"))
    }

    @Test func sumsWhatStepsContribute() throws {
        let story = try Samples.lecture
        #expect(
            story.contributionTable.text(style: .unicode) == """
                What every step contributes
                                ╌╌╌╌╌ ∂L/∂W ╌╌╌╌╌  ╌╌╌╌ ∂L/∂U ╌╌╌╌
                  k         δₖ     Hₖ₋₁   δₖ Hₖ₋₁    xₖ      δₖ xₖ
                ───  ─────────  ───────  ────────  ────  ─────────
                  1  -0.058912  0.00000   0.00000   1.0  -0.058912
                  2  -0.280549  0.76159  -0.21366   0.5  -0.140274
                  3  -1.121282  0.70682  -0.79254  -0.5   0.560641
                ══════════════════════════════════════════════════
                sum                      -1.00621         0.361455
                The row of sums is the gradient that the backward pass returns.
                """)
        // The row of sums comes from the backward pass, not from the rows above it.
        let csv = story.contributionTable.csv
        #expect(csv.contains("-0.7925424546740794"))
        #expect(try Samples.pair.contributionTable.text().contains("‖part of ∂L/∂W‖"))
    }

    @Test func drawsSignedBarsOfNumbersAndNormsOfMatrices() throws {
        let bars = try Samples.lecture.contributionBars
        #expect(bars.text(style: .unicode).contains("-0.5 ┤"))
        #expect(bars.svg.contains("∂L/∂U"))
        #expect(try Samples.pair.contributionBars.text().contains("norm of the contribution"))
        let logarithmic = try Samples.lecture.contributionBars(scale: .log).text(style: .unicode)
        #expect(logarithmic.contains("norm of the contribution"))
    }

    @Test func overlaysBoundsOnTheGradientNorm() throws {
        let figure = try Samples.long.gradientNormFigure.text(style: .unicode)
        #expect(figure.contains("‖∂L/∂Hₜ‖"))
        #expect(figure.contains("upper bound, factor γσ₁ a step"))
        #expect(figure.contains("linear trend, factor ρ a step"))
    }

    @Test func keepsALaneForGradientsThatAreZero() throws {
        let story = try Samples.frozen
        #expect(story.stateGradientNorms[0] == 0)
        let lines = story.gradientNormFigure.text(style: .unicode).split(separator: "\n")
        #expect(lines.contains { $0.trimmingSpaces.hasPrefix("0 ") })
    }

    @Test func leavesBoundsOutWhereEveryStepIsRead() throws {
        let network = ElmanNetwork(W: 0.5, U: 1, V: 1)
        let story = try network.backward(network.forward([1, 2, 3], targets: [1, 1, 1]))
        #expect(!story.gradientNormFigure.text().contains("bound"))
        #expect(story.trace.text().contains("plus the part of the loss"))
        #expect(throws: RecurrentError.self) { try story.nestedExpansion(of: .W) }
    }

    @Test func drawsATriangleOfNorms() throws {
        let norms = try Samples.lecture.pass.jacobianNorms()
        let text = norms.heatMap.text(style: .unicode)
        #expect(text.contains("‖∂Hₜ/∂Hₖ‖") && text.contains("later step t"))
        #expect(norms.mimeBundle[.svg] != nil && norms.mimeBundle[.html] != nil)
        #expect(!norms.lagFigure.text().contains("bound"))
    }

    @Test func tellsWhichWeightsAnUpdateMoves() throws {
        let weights: [Float] = [1, 1]
        let update = try UpdateTable(weights, gradient: [0.5, 0x1p-19], learningRate: 0.01)
        #expect(
            update.table.text(style: .unicode) == """
                W = W − α ∂L/∂W, α = 0.01
                W before      ∂L/∂W    α ∂L/∂W  W after     change
                ────────  ─────────  ─────────  ───────  ───────────
                       1  5.0000e-1  5.0000e-3    0.995  83886 ulp
                       1  1.9073e-6  1.9073e-8        1       none ◂
                1 of 2 numbers changed; 1 ulp is the step from a Float to the next one.
                """)
        #expect(update.table(of: "U").text().hasPrefix("U = U"))
        let byLag = update.table(of: "U", by: "lag", [1, 19]).text(style: .unicode)
        #expect(byLag.contains(" 19         1  1.9073e-6  1.9073e-8        1       none ◂"))
        let broken = try UpdateTable([Double.nan], gradient: [1], learningRate: 1)
        #expect(broken.description.contains("not finite"))
    }

    @Test func showsAGradientCheckAsATable() throws {
        let network = ElmanNetwork(W: 0.5, U: 1, V: 1)
        let check = try network.gradientCheck(
            on: ElmanExample(SequenceBatch([1, 0.5]), target: 1))
        let text = check.table.text(style: .ascii)
        #expect(text.contains("parameter  ||gradient||  relative error  verdict"))
        #expect(check.mimeBundle[.html] != nil)
    }
}

extension Substring {
    /// The text without leading spaces.
    fileprivate var trimmingSpaces: Substring { drop { $0 == " " } }
}
