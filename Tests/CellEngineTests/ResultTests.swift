import CellEngine
import Display
import Evaluation
import Testing

@Suite struct ResultTests {
    @Test func showsTheValueThatACellEndsIn() async throws {
        let session = try TestSession()
        let expectations: [(code: String, result: String?)] = [
            ("1 + 1", "2"), ("\"a\"", "a"), ("[1, 2]", "[1, 2]"), ("nil as Int?", "nil"),
            ("Optional(3)", "Optional(3)"), ("(a: 1, b: 2)", "(a: 1, b: 2)"),
            ("struct P { var a = 1 }\nP()", "P(a: 1)"),
            ("struct E: Error {}\nfunc f() throws -> Int { 4 }\ntry f()", "4"),
            ("func g() async -> Int { 5 }\nawait g()", "5"),
            ("let x = 3\nx // comment", "3"), ("x", "3"), ("let c = true", nil),
            ("if c { 1 } else { 2 }", "1"), ("var y = 1", nil), ("y = 5", nil), ("y", "5"),
            ("var list = [1, 2, 3]", nil), ("list.removeLast()", nil), ("list", "[1, 2]"),
            ("list.append(7)", nil), ("list.map { $0 * 2 }", "[2, 4, 14]"), ("print(1)", nil),
            ("if c { print(\"a\") } else { list.append(1) }", nil), ("", nil), ("// nothing", nil),
        ]
        for (code, result) in expectations {
            let record = await session.run(code)
            #expect(record.outcome == .succeeded, "\(code): \(record.story)")
            #expect(record.result == result, "\(code)")
        }
        await session.end()
    }
}

/// Tests of values that are too long to be shown completely.
@Suite struct ShownLengthTests {
    @Test func whateverIsShownIsCutAtALengthThatCanBeSet() async throws {
        let session = try TestSession()
        let million = await session.run("Array(0..<1_000_000)").result ?? ""
        #expect(million.count < 11_000 && million.contains("of 1,000,000 elements"))
        await session.run("%set shown-length 200")
        for code in ["Array(0..<1_000_000)", "String(repeating: \"a\", count: 100_000)"] {
            #expect(await (session.run(code).result ?? "").count < 300)
        }
        let shown = await session.run("_ = display(Array(0..<1_000))")
        guard case .display(let bundle, _)? = shown.events.first else {
            Issue.record("nothing was displayed")
            return
        }
        #expect((bundle.plainText ?? "").count < 300)
        let printed = await session.run("print(Array(0..<1_000))").output
        #expect(printed.count > 3_000)
        await session.end()
    }
}
