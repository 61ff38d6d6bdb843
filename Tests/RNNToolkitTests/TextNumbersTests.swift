import Display
import RNNToolkit
import Testing

@Suite struct TextNumbersTests {
    /// Printed numbers, what was found, and whether a text may print the one for the other.
    private static let pairs: [(Printed, Bool)] = [
        (Printed("-1.0062", "a", -1.0062069228066077), true),
        (Printed("−1.0062", "a true minus sign", -1.0062069228066077), true),
        (Printed("-1.0063", "a", -1.0062069228066077), false),
        (Printed("1.0062", "a", -1.0062069228066077), false),
        (Printed("9.54e-7", "a", 9.5367431640625e-07), true),
        (Printed("9.53e-7", "a", 9.5367431640625e-07), false),
        (Printed("57 %", "a share", 0.5749), true),
        (Printed("57 %", "a share", 0.5761), false),
        (Printed("19", "a count", 19), true),
        (Printed("19", "a count", 20), false),
        (Printed("19", "a count", Int?.none), false),
        (Printed("0.5", "a single number", Float(0.5)), true),
        (Printed("0.5", "a matrix", Matrix<Double>.row([0.5])), true),
        (Printed("0.5", "no single number", Matrix<Double>.row([0.5, 0.5])), false),
        (Printed(over: "0.99", "a bound", 0.995), true),
        (Printed(over: "0.99", "a bound", 0.985), false),
        (Printed(under: "1e-8", "a bound", 9e-9), true),
        (Printed(under: "1e-8", "a bound", Double.nan), false),
        (Printed("0.50", "not finite", Double.infinity), false),
        (Printed("some", "a word", 1.0), false),
    ]

    @Test(arguments: pairs.indices)
    func comparesAsCloselyAsANumberIsPrinted(index: Int) {
        let (printed, agrees) = Self.pairs[index]
        #expect(printed.agrees == agrees, "\(printed)")
    }

    @Test func everyRoundingAgreesAndItsNeighborsDoNot() {
        var generator = Xoshiro256(seed: 5)
        for _ in 0..<500 {
            let digits = 1 + generator.integer(below: 6)
            let unit = (0..<digits).reduce(1.0) { value, _ in value / 10 }
            let place = generator.integer(below: 20_001) - 10_000
            let value = (Double(place) + 0.8 * generator.uniform() - 0.4) * unit
            for shift in -1...1 {
                let spelling = NumberFormat.fixed(decimals: digits)
                    .spelling(of: Double(place + shift) * unit)
                #expect(
                    Printed(spelling, "a", value).agrees == (shift == 0), "\(spelling), \(value)")
            }
        }
    }

    @Test func saysInOneLineThatNumbersAgree() {
        let numbers = TextNumbers([Printed("0.5", "W", 0.5), Printed("19", "lag", 19)])
        #expect(numbers.text(style: .unicode) == "✓ 2 numbers of the text: as in this run")
    }

    @Test func saysWhatTheTextHasAndWhatTheRun() {
        let numbers = TextNumbers([
            Printed("-1.0062", "∂L/∂W", -0.74539999), Printed("0.36145", "∂L/∂U", 0.361454),
            Printed("19", "lag", Int?.none), Printed("57 %", "share", 0.213),
            Printed(under: "1e-8", "left", 0.25),
        ])
        #expect(
            numbers.text(style: .unicode) == """
                ≠ 4 of 5 numbers of the text: not as in this run
                  ∂L/∂W: the text has −1.0062, you have −0.7454
                  lag: the text has 19, you have none
                  share: the text has 57 %, you have 21%
                  left: the text has under 1e−8, you have 3e−1
                """)
    }

    @Test func foldsItsTableAndShowsWhatDiffers() throws {
        let right = TextNumbers([Printed("0.5", "a < b", 0.5)]).mimeBundle
        guard case .text(let folded)? = right[.html] else { throw CheckFailure(description: "") }
        #expect(folded.hasPrefix("<details") && folded.hasSuffix("</details>"))
        #expect(folded.contains("a &lt; b") && !folded.contains("<ul>"))
        let wrong = TextNumbers([Printed("0.5", "a", 0.6)]).mimeBundle
        guard case .text(let open)? = wrong[.html] else { throw CheckFailure(description: "") }
        #expect(open.contains("<li>a: the text has 0.5, you have 0.6</li>"))
    }

    @Test func goesOnWhereNumbersDifferUnlessItIsToBeStrict() throws {
        let numbers = TextNumbers([Printed("0.5", "W", 0.9), Printed("1", "U", 1)])
        #expect(throws: CheckFailure(description: "W: the text has 0.5, you have 0.9")) {
            try numbers.requireAgreement()
        }
        try TextNumbers([Printed("1", "U", 1)]).requireAgreement()
        try textHas { Printed("0.5", "W", 0.9) }
    }
}
