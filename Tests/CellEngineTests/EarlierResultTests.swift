import CellEngine
import Evaluation
import Testing

/// The values that earlier cells ended in.
@Suite struct EarlierResultTests {
    /// What random cells end in: an expression, and its type as a function can demand it.
    private static let expressions = [
        ("1 + 1", "Int"), ("[1.5, 2]", "[Double]"), ("\"a\" + \"b\"", "String"),
        ("(a: 1, b: \"x\")", "(a: Int, b: String)"), ("[\"k\": [1, 2]]", "[String: [Int]]"),
        ("nil as Int?", "Int?"), ("{ (x: Int) -> Int in x + 1 }", "(Int) -> Int"),
        ("P(a: 3)", "P"), ("[P(a: 1), P(a: 2)]", "[P]"), ("P.Inner.one", "P.Inner"),
        ("Set([1, 2])", "Set<Int>"), ("[1, 2].lazy.map { $0 + 1 }", "LazyMapSequence<[Int], Int>"),
        ("try Matrix<Double>([[1, 2]])", "Matrix<Double>"), ("1..<4", "Range<Int>"),
        ("Int.self", "Int.Type"), ("q as any Q", "any Q"),
        ("Date(timeIntervalSince1970: 0)", "Date"), ("URL(string: \"http://a\")!", "URL"),
        ("Result<Int, E>.failure(E())", "Result<Int, E>"), ("-1 as Int8", "Int8"),
    ]

    /// Declarations that the expressions use.
    private static let declarations = """
        import Foundation
        protocol Q { var a: Int { get } }
        struct E: Error {}
        struct P: Q { var a: Int; enum Inner { case one } }
        let q = P(a: 9)
        """

    @Test func aResultIsNamedWithItsType() async throws {
        let session = try TestSession()
        #expect(await session.run(Self.declarations).failure == nil)
        for (index, (expression, type)) in Self.expressions.enumerated() {
            let cell = 2 + 2 * index
            let shown = await session.run(expression).result
            #expect(shown != nil, "\(expression)")
            let record = await session.run(
                "func demand(_ x: \(type)) {}; demand(Out[\(cell)]); print(Out1)")
            #expect(record.failure == nil, "\(expression): \(record.story)")
            #expect(record.output == (shown ?? "") + "\n", "\(expression)")
        }
        await session.end()
    }

    @Test func mentionsStandWhereExpressionsDo() async throws {
        let session = try TestSession()
        await session.run("[3, 1, 2]")
        for (code, result) in [
            ("Out[1].count + Out[1][0]", "6"), ("\"\\(Out[1].sorted())\"", "[1, 2, 3]"),
            ("Out[1].map { $0 + Out[1].count }", "[6, 4, 5]"), ("Out1.last!", "5"),
            ("Out1 + 1", "6"), ("func f() -> Int { Out[1][0] }\nf()", "3"),
            ("if Out1 == 3 { Out[1] } else { [] }", "[3, 1, 2]"),
            ("[1].map { Out in Out }", "[1]"), ("Out /* the number */ [1].count", "3"),
        ] {
            let record = await session.run(code)
            #expect(record.result == result, "\(code): \(record.story)")
        }
        await session.end()
    }

    @Test func ownNamesAreMeantInstead() async throws {
        let session = try TestSession()
        await session.run("1")
        #expect(await session.run("let Out = [7, 8]; Out[1]").result == "8")
        #expect(await session.run("Out[0]").result == "7")
        #expect(await session.run("let Out1 = \"own\"").failure == nil)
        #expect(await session.run("Out1").result == "own")
        await session.end()
    }

    @Test func aResultThatCannotBeHadIsExplained() async throws {
        let session = try TestSession()
        #expect(
            await session.run("Out1").failure?.message
                == "no cell of this session has ended in a value yet")
        await session.run("let a = 1")
        await session.run("private struct S {}; S()")
        await session.run("[1][4]")
        for (code, words) in [
            ("Out[2]", "cell 2 ended in no value"), ("Out[3]", "is private to cell 3"),
            ("Out[4]", "has failed"), ("Out[99]", "has not run"), ("Out[0 + 1]", "'Out[3]'"),
            ("Out7", "'Out[3]'"),
        ] {
            let record = await session.run(code)
            #expect(record.story.contains(words), "\(code): \(record.story)")
        }
        await session.end()
    }

    @Test func resultsGoAndComeWithTheStateThatTheyBelongTo() async throws {
        let session = try TestSession()
        await session.run("class C { var n = 1 }; let c = C(); c")
        await session.run("2")
        await session.run("%undo")
        #expect(await session.run("Out[2]").failure?.message.contains("undone") == true)
        #expect(await session.run("Out1.n").result == "1")
        #expect(await session.run("Out[1].n = 5; fatalError()").failure != nil)
        #expect(await session.run("c.n").result == "1")
        #expect(await session.run("Out[1].n = 5; c.n").result == "5")
        await session.run("%reset")
        #expect(await session.run("Out[1]").failure != nil)
        await session.end()
    }

    @Test func noMoreResultsAreKeptThanWereAskedFor() async throws {
        let session = try TestSession()
        await session.run("%set kept-results 2")
        await session.run("class Loud { deinit { print(\"gone\") } }")
        await session.run("_ = 0; Loud()")
        await session.run("1")
        #expect(await session.run("2").output == "gone\n")
        #expect(
            await session.run("Out[3]").failure?.message.contains("not kept any longer") == true)
        #expect(await session.run("Out[4] + Out[5]").result == "3")
        await session.run("%set kept-results 0")
        await session.run("9")
        #expect(await session.run("Out1").failure?.message.contains("no results are kept") == true)
        await session.end()
    }

    @Test func completionKnowsTheMembersOfAResult() async throws {
        let session = try TestSession()
        await session.run("struct Member { var remembered = 1 }; Member()")
        let code = "Out[1]."
        let found = await session.evaluator.completions(in: code, at: code.count)
        #expect(found.candidates.contains { $0.text == "remembered" })
        await session.end()
    }
}
