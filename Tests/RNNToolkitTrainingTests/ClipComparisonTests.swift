import RNNToolkit
import Testing

@Suite struct ClipComparisonTests {
    @Test func showsWhatEachRuleMakesOfEachNumber() throws {
        let comparison = try ClipComparison(
            [3, -4, 0.05], rules: [.none, .slide, .value(limit: 0.1), .globalNorm(limit: 0.1)])
        #expect(
            comparison.table.text(style: .unicode) == """
                What clipping does to one gradient
                rule              g1       g2       g3     norm  cosine  changed
                ──────────────  ──────  ───────  ───────  ─────  ──────  ───────
                no clipping        3       -4     0.05        5  1.0000        0
                slide rule 0.1   0.1 ◂     -4     0.05    4.002  0.8148        1
                value ±0.1       0.1 ◂   -0.1 ◂   0.05     0.15  0.9366        2
                norm 0.1        0.06 ◂  -0.08 ◂  0.001 ◂    0.1  1.0000        3
                cosine: of the angle to the gradient before; 1 where the direction stays
                """)
        #expect(comparison[.slide]?.changedCount == 1)
        #expect(comparison[.value(limit: 7)] == nil)
        #expect(comparison.description == comparison.table.description)
        #expect(comparison.mimeBundle[.html] != nil)
    }

    @Test func showsNormsWhereThereAreManyNumbers() throws {
        let comparison = try ClipComparison(
            Array(repeating: 2.0, count: 9), rules: [.globalNorm(limit: 3)])
        #expect(
            comparison.table.text(style: .ascii).hasPrefix(
                """
                What clipping does to one gradient
                rule    norm before  norm  cosine  changed
                ------  -----------  ----  ------  -------
                norm 3            6     3  1.0000        9
                """))
    }

    @Test func refusesWhatTheRulesRefuse() {
        #expect(
            Samples.message { _ = try ClipComparison([1], rules: [.slide(threshold: 0)]) }
                == "the clipping threshold is 0.0; it must be a number over 0")
        #expect(
            Samples.message { _ = try ClipComparison([1, .nan], rules: [.slide]) }?
                .hasPrefix("element 0 of the gradient of g2 is nan") == true)
    }

    @Test(arguments: [
        (Clipping.none, "no clipping"), (.slide, "slide rule 0.1"), (.value(limit: 2), "value ±2"),
        (.globalNorm(limit: 0.5), "norm 0.5"), (.pytorchNorm(limit: 1), "norm 1, ε 1e-6"),
        (.normOfEachTensor(limit: 1), "norm of each 1"),
    ])
    func rulesHaveNames(rule: Clipping, name: String) {
        #expect(rule.name == name)
    }
}
