import CellCompiler
import CellProtocol
import Testing

@Suite struct CompletenessReaderTests {
    @Test(arguments: ["1 + 1", "let x = 1", "func f() {\n}\n", "// comment", "", "if c {\n1\n}"])
    func takesWholeSources(source: String) {
        #expect(CompletenessReader(source: source).completeness() == .complete)
    }

    @Test(arguments: [
        ("func f() {", 4), ("let x = [1,\n    2,", 4), ("1 +", 0), ("let x =", 0),
        ("for i in 1...3 {\n    print(i)", 4), ("\"\"\"\nabc", 0), ("list.map { x in", 4),
        ("f(", 4),
    ])
    func wantsMoreWhereSomethingIsOpen(source: String, indentation: Int) {
        #expect(
            CompletenessReader(source: source).completeness()
                == .incomplete(indentation: indentation))
    }

    @Test(arguments: ["let x = )", "}", "\"abc", "func 1x() {}"])
    func refusesWhatMoreLinesCannotMend(source: String) {
        #expect(CompletenessReader(source: source).completeness() == .invalid)
    }
}
