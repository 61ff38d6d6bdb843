import Testing

@testable import CellRuntime

@Suite struct ShownTextTests {
    /// Returns a value of nested collections, texts and numbers.
    private func value(depth: Int, using generator: inout some RandomNumberGenerator) -> Any {
        let count = Int.random(in: 0...4, using: &generator)
        switch Int.random(in: 0..<(depth > 0 ? 9 : 4), using: &generator) {
        case 0: return count
        case 1: return ["a", "b\n", "\"", "é👩‍👩‍👧"][count % 4]
        case 2: return Double(count) / 3
        case 3: return Optional([count]) as Any
        case 4: return (0..<count).map { _ in self.value(depth: depth - 1, using: &generator) }
        case 5: return Set(0..<count)
        case 6: return ["key \(count)": value(depth: depth - 1, using: &generator)]
        case 7: return ContiguousArray(repeating: "x", count: count)[...]
        default: return [String: [Int]]()
        }
    }

    @Test func whatIsShortIsShownAsSwiftDescribesIt() {
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<500 {
            let value = value(depth: 3, using: &generator)
            #expect(ShownText(limit: 10_000).description(of: value) == String(describing: value))
        }
    }

    @Test func whateverIsShownIsNotMuchLongerThanTheLimit() {
        for limit in [100, 101, 333, 1_000, 2_000] {
            let values: [Any] = [
                Array(0..<5_000), [[Int]](repeating: Array(0..<1_000), count: 30),
                String(repeating: "né\n", count: 5_000), Set(0..<5_000),
                Dictionary(uniqueKeysWithValues: (0..<3_000).map { ($0, "v\($0)") }),
                [String(repeating: "x", count: 9_000)], Optional(Array(0..<5_000)) as Any,
                (0..<3_000).map { [$0] }, ["only": Array(0..<3_000)], (1, Array(0..<3_000)),
            ]
            for value in values {
                let text = ShownText(limit: limit).description(of: value)
                #expect(text.count < limit * 2 + 200, "\(text.prefix(100))")
                #expect(text.contains(" left out …"))
                let whole = String(describing: value)
                #expect(whole.hasPrefix(text.prefix { $0 != "…" }.dropLast(2)))
            }
        }
    }

    @Test func beginningEndAndCountAreShown() {
        let text = ShownText(limit: 100).description(of: Array(0..<1_000_000))
        #expect(text.hasPrefix("[0, 1, 2, "))
        #expect(text.hasSuffix(", 999998, 999999]"))
        #expect(text.contains(" of 1,000,000 elements left out …"))
        let letters = ShownText(limit: 100).cut(String(repeating: "ab", count: 5_000))
        #expect(letters.contains("… 9,900 of 10,000 characters left out …"))
    }

    @Test func theWholeOfALargeArrayIsNeverDescribed() {
        let start = ContinuousClock.now
        let text = ShownText(limit: 10_000).description(
            of: [UInt8](repeating: 1, count: 200_000_000))
        #expect(text.contains("of 200,000,000 elements"))
        // Describing all of it would take minutes.
        #expect(ContinuousClock.now - start < .seconds(20))
    }
}
