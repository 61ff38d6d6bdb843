import Testing

@Suite struct NumeralTests {
    /// Texts with the numerals that they claim.
    private static let texts: [(String, [String])] = [
        ("so it is $-1.0062$ for $W$ and 0.36145, or 5e-4.", ["-1.0062", "0.36145", "5e-4"]),
        ("at (4.9, -2.55) and (-1.5, 2)", ["4.9", "-2.55", "-1.5", "2"]),
        ("$z_3 = W H_2$, $H_{t-1}$, $\\tfrac12 Q$, `x[7]`, [next](03-a.ipynb)", []),
        ("$0.5^{10} = 0.0009765625$", ["0.5", "10", "0.0009765625"]),
        ("$9.54 \\cdot 10^{-7}$ and $2^{-24}$", ["9.54e-7", "2", "-24"]),
        ("1. One\n2. Two of 20", ["20"]),
        ("More than $99$ percent", ["0.99"]),
        ("from 5-8, a 3-step one, x86-64", ["5", "8", "3", "64"]),
    ]

    @Test(arguments: texts)
    func findsTheClaimsOfProse(text: String, numerals: [String]) {
        #expect(Numeral.claims(in: text).map(\.spelling) == numerals)
    }

    @Test func readsWhatChecksPrint() {
        let line = "✓ ∂L/∂W = -1.006206922806608 ≈ -1.0062069228066077 within 1e-12"
        #expect(
            Numeral.all(in: line).map(\.spelling)
                == ["-1.006206922806608", "-1.0062069228066077", "1e-12"])
        #expect(
            Numeral.all(in: "✓ ∂L/∂W = [[-0.5, 1.0], [2.0, 3e20]], each").map(\.value)
                == [-0.5, 1, 2, 3e20])
    }

    @Test func acceptsRoundingsAndNothingElse() throws {
        #expect(try #require(Numeral("-1.0062")).says(-1.006206922806608))
        #expect(try #require(Numeral("9.54e-7")).says(9.5367431640625e-07))
        #expect(try !#require(Numeral("-1.0063")).says(-1.006206922806608))
        #expect(try !#require(Numeral("0.00097")).says(0.0009765625))
        #expect(try !#require(Numeral("1")).says(0.99))
        #expect(try !#require(Numeral("1.0062")).says(-1.006206922806608))
    }
}
