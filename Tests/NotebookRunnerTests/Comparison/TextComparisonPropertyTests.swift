import NotebookDocument
import NotebookRunner
import TestSupport
import Testing

/// Tests that numbers with a fraction are compared within the tolerance, and everything else
/// exactly, in any context.
@Suite struct TextComparisonPropertyTests {
    /// Compares two texts; returns the difference.
    private func difference(
        _ expected: String, _ found: String, rules: ComparisonRules = ComparisonRules()
    ) -> String? {
        func notebook(_ text: String) -> Notebook {
            let output = CellOutput(.stream(name: "stdout", text: text))
            return Notebook(cells: [NotebookCell(.code, source: "", outputs: [output])])
        }
        return NotebookComparison(rules: rules).mismatches(
            expected: notebook(expected), found: notebook(found), cells: [0]
        ).first?.description
    }

    @Test(arguments: 0..<20)
    func everyChangeOfAnotherTokenThanAFractionIsFound(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let loose = ComparisonRules(relativeTolerance: 0.5, absoluteTolerance: 0.5)
        for _ in 0..<300 {
            let token = random.exactToken()
            let changed = random.mutation(of: token)
            guard changed != token else { continue }
            let (before, after) = random.surroundings()
            let (expected, found) = (before + token + after, before + changed + after)
            #expect(
                difference(expected, found) != nil, "\(expected) passes for \(found)")
            // Regardless of the tolerance for fractions.
            guard changed.wholeMatch(of: /[-+]?[0-9]+(\.[0-9]*)?([eE][-+]?[0-9]+)?/) == nil
            else { continue }
            #expect(
                difference(expected, found, rules: loose) != nil,
                "\(expected) passes for \(found) where fractions may differ by half")
        }
    }

    @Test(arguments: 0..<20)
    func aChangeOfAFractionIsFoundFromTheToleranceOn(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<300 {
            let number = random.fraction()
            let (before, after) = random.surroundings(ofFraction: true)
            let small = number * (1 + Double.random(in: -0.9e-9...0.9e-9, using: &random))
            let large = number * (1 + Double.random(in: 2e-9...1, using: &random))
            let expected = "\(before)\(number)\(after)"
            #expect(
                difference(expected, "\(before)\(small)\(after)") == nil,
                "\(expected) does not pass for \(small)")
            #expect(
                difference(expected, "\(before)\(large)\(after)") != nil,
                "\(expected) passes for \(large)")
        }
    }

    @Test(arguments: [
        ("v1.10", "v1.1"), ("Python 3.10", "Python 3.1"), ("10.0.0.10", "10.0.0.1"), ("1", "1.0e0"),
        ("1.0e0", "1"), ("3.10", "3.1"), ("2024-01-10", "2024-01-1"), ("0x1.8p3", "0x1.80p3"),
        ("1.5", "+1.5"), ("12:30:45.50", "12:30:45.5"), ("lib/1.10/x", "lib/1.1/x"),
        ("a_1.0", "a_1.00"), ("x@1.50", "x@1.5"), ("007", "7"), ("nan", "inf"), ("1e400", "1e401"),
        ("1e-400", "1e-401"),
        ("0.0", "1e-400"),
        ("0.5", ".5"), ("-1.5", "1.5"), ("2", "2.0"), ("10e9", "1e10"),
    ])
    func textThatOnlyLooksLikeTheSameNumberDiffers(expected: String, found: String) {
        #expect(difference(expected, found) != nil)
        #expect(difference("a \(found) b", "a \(expected) b") != nil)
    }

    @Test(arguments: [
        ("0.0", "1e-17"), ("1e-17", "0.0"), ("-0.0", "0.0"), ("[0.0, 1.0]", "[-2.5e-16, 1.0]"),
        ("(0.5+0.25j)", "(0.5000000000001+0.2500000000001j)"), ("0.5s", "0.5000000000001s"),
        ("loss:0.5.", "loss:0.5000000000001."), ("0.5...0.75", "0.5...0.7500000000001"),
        ("│  0.5 │", "│  0.5000000000001 │"), ("|    0.5 |\n", "| 0.5000000000001 |\n"),
    ])
    func restsOfRoundingPass(expected: String, found: String) {
        #expect(difference(expected, found) == nil)
    }

    @Test func whatIsNotZeroIsNotCloseToIt() {
        #expect(difference("0.0", "1e-9") != nil)
        #expect(difference("1e-17", "2e-17") != nil)
        #expect(
            difference("1e-17", "2e-17", rules: ComparisonRules(absoluteTolerance: 1e-15)) == nil)
        #expect(difference("0.0", "1e-17", rules: ComparisonRules(zeroTolerance: 0)) != nil)
    }
}

// MARK: - Random texts

extension SeededGenerator {
    /// Returns a number from a range.
    private mutating func number(_ range: ClosedRange<Int>) -> Int {
        Int.random(in: range, using: &self)
    }

    /// Returns one of several texts.
    private mutating func pick(_ texts: [String]) -> String { texts[number(0...texts.count - 1)] }

    /// Returns digits of an alphabet.
    private mutating func digits(_ count: Int, _ alphabet: String = "0123456789") -> String {
        let characters = Array(alphabet)
        return String((0..<count).map { _ in characters[number(0...characters.count - 1)] })
    }

    /// Returns a token that must be equal.
    mutating func exactToken() -> String {
        let hex = "0123456789abcdef"
        switch number(0...13) {
        case 0: return "\(number(-5_000_000...5_000_000))"
        case 1: return "\(number(0...9)).\(number(0...20)).\(number(0...20))"
        case 2: return "v\(number(0...9)).\(number(0...20))"
        case 3: return (0..<4).map { _ in "\(number(0...255))" }.joined(separator: ".")
        case 4: return "0x" + digits(number(4...12), hex)
        case 5: return (0..<6).map { _ in digits(2, hex) }.joined(separator: ":")
        case 6: return "20\(digits(2))-\(number(1...12))-\(number(1...28))"
        case 7: return "\(digits(2)).\(digits(2)).20\(digits(2))"
        case 8: return "\(digits(2)):\(digits(2)):\(digits(2)).\(digits(3))"
        case 9:
            return [8, 4, 4, 4, 12].map { digits($0, hex) }.joined(separator: "-")
        case 10: return "layer_\(number(0...9)).\(digits(15))"
        case 11: return "/tmp/run-\(number(0...99)).\(digits(2))/\(digits(3)).txt"
        case 12: return "model@\(number(0...3)).\(digits(12))"
        default: return pick(["W", "x", "step", "node"]) + digits(3)
        }
    }

    /// Returns a token with a character replaced, added or removed, or the same number with another
    /// spelling.
    mutating func mutation(of token: String) -> String {
        var characters = Array(token)
        let place = number(0...characters.count - 1)
        switch number(0...4) {
        case 0: characters[place] = pick("0123456789abcxyz".map(String.init)).first ?? "0"
        case 1: characters.insert(contentsOf: digits(1), at: place)
        case 2 where characters.count > 1: characters.remove(at: place)
        case 3: characters.append("0")
        default:
            return Int(token).map { "\(Double($0))" } ?? token + pick(["e0", ".0", "0", "-1"])
        }
        return String(characters)
    }

    /// Returns a nonzero number with a fraction or an exponent.
    mutating func fraction() -> Double {
        let magnitude = Double.random(in: -12...12, using: &self)
        var power = 1.0
        for _ in 0..<abs(Int(magnitude)) { power *= magnitude < 0 ? 0.1 : 10 }
        let sign = Bool.random(using: &self) ? 1.0 : -1
        return sign * power * Double.random(in: 1..<10, using: &self)
    }

    /// Returns the text before and after a token on its line.
    mutating func surroundings(ofFraction: Bool = false) -> (String, String) {
        let pairs = [
            ("", ""), ("loss ", " at the end"), ("[", ", 2.5]"), ("x = ", ";"), ("a: ", "."),
            ("\"", "\""), ("(", ")"), ("  1 │ ", " │ yes"), ("<td>", "</td>"), ("about ", "!"),
        ]
        let more = [("", "%"), ("a=", " b=0.25"), ("loss:", ""), ("", "ms"), ("|  ", "  |")]
        let all = ofFraction ? pairs + more : pairs
        return all[number(0...all.count - 1)]
    }
}
