import Plotting
import Testing

@Suite struct SVGWriterTests {
    @Test(arguments: [
        (1.0, "1"), (-0.004, "0"), (2.5, "2.5"), (-12.345, "-12.35"), (0.05, "0.05"),
        (.nan, "0"), (1e300, "1000000"), (-0.5, "-0.5"),
    ])
    func writesNumbersShortly(value: Double, spelling: String) {
        #expect(SVGWriter.number(value) == spelling)
    }

    @Test func everyCharacterHasAWidth() {
        let metrics = TextMetrics(size: 10)
        #expect(metrics.width(of: "") == 0)
        #expect(metrics.width(of: "WWW") > metrics.width(of: "iii"))
        #expect(metrics.width(of: "‖∂Hₜ‖") > 0 && metrics.width(of: "喜") > metrics.width(of: "a"))
        #expect(metrics.width(of: metrics.elided("a long text", to: 40)) <= 40)
        #expect(metrics.wrapped("one two three", to: 45).count == 2)
    }
}
