import Plotting
import TestSupport
import Testing

@Suite struct NumberFormatTests {
    @Test(arguments: [
        (0.0009765625, NumberFormat.significant(4), "0.0009766"),
        (57.6650390625, .significant(4), "57.67"),
        (615689.775, .significant(4), "615700"),
        (7.710710e71, .significant(4), "7.711e71"),
        (1e-9, .significant(3), "1e-9"),
        (0.15, .fixed(decimals: 1), "0.2"),
        (-0.04, .fixed(decimals: 1), "0.0"),
        (9.996, .fixed(decimals: 2), "10.00"),
        (0.6, .fixed(decimals: 0), "1"),
        (0.04, .fixed(decimals: 1), "0.0"),
        (-816019.2, .scientific(decimals: 3), "-8.160e5"),
        (0, .scientific(decimals: 3), "0"),
        (0.8148, .percent(decimals: 1), "81.5%"),
        (-1.0062069228066077, .exact, "-1.0062069228066077"),
        (1e300, .exact, "1e300"),
        (123456789, .exact, "123456789"),
        (.nan, .fixed(decimals: 2), "NaN"),
        (-.infinity, .automatic, "-inf"),
    ])
    func spellsANumber(value: Double, format: NumberFormat, spelling: String) {
        #expect(format.spelling(of: value) == spelling)
    }

    @Test(arguments: [
        ([1.0, 20, 300], "1 20 300"), ([0.5, 0.25], "0.50 0.25"),
        ([0.7925424546740794, -0.21366446813252854, 0], "0.79254 -0.21366 0.00000"),
        ([1e-9, 1, 0], "1e-9 1e0 0"), ([1e300, 1.5], "1.0e300 1.5e0"), ([0], "0"),
        ([.nan, 2.5], "NaN 2.5"),
    ])
    func alignsTheNumbersOfAColumn(values: [Double], spelling: String) {
        let format = NumberFormat.automatic.resolved(for: values)
        #expect(values.map(format.spelling).joined(separator: " ") == spelling)
    }

    @Test func floatsKeepTheDigitsThatAPersonTyped() {
        #expect(Float(0.1).plotValue == 0.1)
        #expect(Float.infinity.plotValue == .infinity)
        #expect((nil as Double?).plotValue == nil)
    }

    @Test(arguments: 0..<200) func roundingAgreesWithTheNearestShortNumber(seed: Int) {
        var scramble = SeededGenerator(seed: UInt64(seed))
        let value = Double.random(in: -1000...1000, using: &scramble)
        let spelling = NumberFormat.fixed(decimals: 3).spelling(of: value)
        let back = Double(spelling) ?? .nan
        #expect((back - value).magnitude <= 0.000_500_000_001)
        #expect(Double(NumberFormat.exact.spelling(of: value)) == value)
    }
}
