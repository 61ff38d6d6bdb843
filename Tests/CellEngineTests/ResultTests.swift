import CellEngine
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
