import CellEngine
import Evaluation
import Testing

/// Tests of names that are declared again: the newest wins or overloads merge, without ambiguity
/// and without silent use of the old body.
@Suite struct RedefinitionTests {
    @Test func partsOfSeveralCellsCanBeReplacedAtOnce() async throws {
        let session = try TestSession()
        let names = ["a", "b", "c"]
        for name in names {
            await session.run("func \(name)() -> Int { 1 }\nfunc \(name)(x: Int) -> Int { 10 * x }")
        }
        for name in names { await session.run("func \(name)() -> Int { 2 }") }
        let record = await session.run("a() + b() + c() + a(x: 1) + b(x: 1) + c(x: 1)")
        #expect(record.result == "36", "\(record.story)")
        await session.end()
    }

    private let session: TestSession

    init() throws { session = try TestSession() }

    /// Runs cells with distinct identities, and expects each to have a result.
    private func expect(_ cells: [(code: String, result: String?)]) async {
        for (index, cell) in cells.enumerated() {
            let record = await session.run(cell.code, identity: "cell-\(index)")
            #expect(record.outcome == .succeeded, "\(cell.code): \(record.story)")
            #expect(record.result == cell.result, "\(cell.code)")
        }
        await session.end()
    }

    @Test func changesAVariablesType() async {
        await expect(
            [
                ("var x = 1", nil), ("x", "1"), ("var x = \"a\"", nil), ("x", "a"),
                ("let x = [x, \"b\"]", nil), ("x", "[\"a\", \"b\"]"), ("x += 1", nil),
            ].dropLast())
    }

    @Test func changesAFunctionsReturnTypeLabelsAndGenerality() async {
        await expect([
            ("func h() -> Int { 1 }", nil), ("h()", "1"), ("func h() -> Double { 2 }", nil),
            ("h()", "2.0"), ("func g(_ x: Double) -> String { \"double\" }", nil),
            ("g(2.5)", "double"), ("func g<T: Numeric>(_ x: T) -> String { \"generic\" }", nil),
            ("g(2.5)", "generic"), ("func g(_ x: Double) -> String { \"double again\" }", nil),
            ("g(2.5)", "double again"), ("func h() throws -> Int { 3 }", nil), ("try h()", "3"),
            ("func h() async -> Int { 4 }", nil), ("await h()", "4"),
        ])
    }

    @Test func mergesOverloadsOfDifferentCells() async {
        await expect([
            ("func f(_ x: Int) -> String { \"int\" }", nil),
            ("func f(_ x: String) -> String { \"string\" }", nil),
            ("[f(1), f(\"a\")]", "[\"int\", \"string\"]"),
            ("func f(x: Int) -> String { \"label\" }", nil),
            ("[f(1), f(\"a\"), f(x: 1)]", "[\"int\", \"string\", \"label\"]"),
            ("func f(_ x: Int) -> String { \"new int\" }", nil),
            ("[f(1), f(\"a\"), f(x: 1)]", "[\"new int\", \"string\", \"label\"]"),
        ])
    }

    @Test func replacesOneOfTwoOverloadsOfTheSameCell() async {
        await expect([
            ("func f(_ x: Int) -> Int { 1 }\nfunc f(_ x: String) -> Int { 2 }\nf(1)", "1"),
            ("func f(_ x: Int) -> Int { 3 }", nil), ("[f(1), f(\"a\")]", "[3, 2]"),
        ])
    }

    @Test func declaresATypeAgain() async {
        await expect([
            ("struct P { var a = 1 }", nil), ("P().a", "1"),
            ("struct P { var b = \"x\" }", nil), ("P().b", "x"),
            ("extension P { func twice() -> String { b + b } }", nil), ("P().twice()", "xx"),
            ("class P { let c = 3 }", nil), ("P().c", "3"),
        ])
    }

    @Test func declaresAMemberOfAnExtensionAgain() async {
        await expect([
            ("struct P { var a = 1 }", nil),
            (
                "extension P { func m() -> Int { 1 }; func n() -> Int { 10 }; var v: Int { 100 } }",
                nil
            ),
            ("[P().m(), P().n(), P().v]", "[1, 10, 100]"),
            ("extension P { func m() -> Int { 2 } }", nil),
            ("[P().m(), P().n(), P().v]", "[2, 10, 100]"),
            ("extension P { var v: Int { 200 } }", nil),
            ("[P().m(), P().n(), P().v]", "[2, 10, 200]"),
            ("extension P { func m() -> String { \"three\" } }", nil), ("P().m()", "three"),
            ("extension Int { var tripled: Int { self * 3 } }", nil), ("5.tripled", "15"),
            ("extension Int { var tripled: Int { self + self + self + 1 } }", nil),
            ("5.tripled", "16"),
        ])
    }

    @Test func declaresAnOperatorAgain() async {
        await expect(
            [
                (
                    "infix operator +++ : AdditionPrecedence\nfunc +++ (a: Int, b: Int) -> Int { a * 10 + b }",
                    nil
                ),
                ("1 +++ 2", "12"), ("func +++ (a: Int, b: Int) -> Int { a * 100 + b }", nil),
                ("1 +++ 2", "102"),
                ("func +++ (a: String, b: Int) -> String { a + \"\\(b)\" }", nil),
                ("\"x\" +++ 1 +++ 2", nil),
            ].dropLast())
    }

    @Test func declaresAConformanceAgain() async {
        await expect([
            ("struct P { var a = 1 }\nprotocol Area { func area() -> Int }", nil),
            ("extension P: Area { func area() -> Int { 1 } }", nil),
            ("(P() as any Area).area()", "1"),
            ("extension P: Area { func area() -> Int { 2 } }", nil),
            ("(P() as any Area).area()", "2"),
            ("func total(_ x: some Area) -> Int { x.area() }", nil), ("total(P())", "2"),
        ])
    }

    @Test(arguments: [
        ("func f(_ x: [Int]) -> Int { 1 }", "func f(_ x: Array<Int>) -> Int { 2 }", "f([1])"),
        ("func f(_ x: Int?) -> Int { 1 }", "func f(_ x: Optional<Int>) -> Int { 2 }", "f(1)"),
        ("func f(_ x: Int) -> Int { 1 }", "func f(_ x: consuming Int) -> Int { 2 }", "f(1)"),
        (
            "typealias A = [Int]\nfunc f(_ x: [Int]) -> Int { 1 }", "func f(_ x: A) -> Int { 2 }",
            "f([1])"
        ),
        (
            "func + (a: V, b: V) -> Int { 1 }", "func + (x: V, y: V) -> Int { 2 }", "V() + V()"
        ),
        (
            "func + (a: V, b: V) -> Int { 1 }",
            "extension V { static func + (a: Self, b: Self) -> Int { 2 } }", "V() + V()"
        ),
        (
            "extension V { static func + (a: V, b: V) -> Int { 1 } }",
            "func + (a: V, b: V) -> Int { 2 }", "V() + V()"
        ),
        ("extension Int { var n: Int { 1 } }", "extension Swift.Int { var n: Int { 2 } }", "3.n"),
        (
            "extension Array where Element == Int { var n: Int { 1 } }",
            "extension [Int] { var n: Int { 2 } }", "[3].n"
        ),
        ("struct W { func m() -> Int { 1 } }", "extension W { func m() -> Int { 2 } }", "W().m()"),
        ("struct W { var n: Int { 1 } }", "extension W { var n: Int { 2 } }", "W().n"),
        (
            "class W { static func + (a: W, b: W) -> Int { 1 } }",
            "func + (a: W, b: W) -> Int { 2 }", "W() + W()"
        ),
    ]) func replacesWhatIsTheSameInOtherWords(old: String, new: String, use: String) async {
        await expect([("struct V {}", nil), (old, nil), (use, "1"), (new, nil), (use, "2")])
    }

    @Test func keepsOverloadsThatDifferInWhatTheyAreFor() async {
        await expect([
            ("extension Array where Element == Int { func about() -> String { \"int\" } }", nil),
            (
                "extension Array where Element == Double { func about() -> String { \"double\" } }",
                nil
            ),
            ("[[1, 2].about(), [1.5].about()]", "[\"int\", \"double\"]"),
            ("prefix operator °\nprefix func ° (a: Int) -> String { \"before\" }", nil),
            ("postfix operator °\npostfix func ° (a: Int) -> String { \"after\" }", nil),
            ("[°1, 1°]", "[\"before\", \"after\"]"),
        ])
    }

    @Test func replacesAConformanceThatOtherCellsStillUse() async throws {
        await session.run("protocol Named { var name: String { get } }")
        await session.run("struct Own {}")
        await session.run("extension Int: Named { var name: String { \"a\" } }", identity: "a")
        await session.run("func old() -> String { 1.name }", identity: "b")
        let both = """
            extension Own: Named { var name: String { "own" } }
            func user() -> any Named { Own() }
            """
        await session.run(both, identity: "both")
        await session.run("func olderUser() -> String { user().name + 1.name }")
        let own = await session.run("extension Own: Named { var name: String { \"new\" } }")
        #expect(own.failure == nil, "\(own.story)")
        #expect(await session.run("olderUser() + (Own() as any Named).name").result == "ownanew")
        for name in ["b", "c"] {
            let code = "extension Int: Named { var name: String { \"\(name)\" } }"
            let record = await session.run(code, identity: name == "b" ? "a" : "other")
            #expect(record.failure == nil, "\(record.story)")
            let used = await session.run("(2 as any Named).name + old() + olderUser()")
            #expect(used.result == name + "a" + "owna", "\(used.story)")
        }
        await session.end()
    }

    @Test func usesTheEarlierValueInTheNewOne() async {
        await expect([
            ("var n = 1", nil), ("var n = n + 1", nil), ("n", "2"),
            ("print(n); let n = n * 10", nil), ("n", "20"),
            ("let n: Int = { n + 1 }()", nil), ("n", "21"),
        ])
    }

    @Test func runsTheSameCellAgain() async throws {
        let code = "struct Box { var content: Int }\nvar box = Box(content: 1)"
        await session.run(code, identity: "a")
        await session.run("box.content += 1", identity: "b")
        #expect(await session.run("box.content", identity: "c").result == "2")
        #expect(await session.run(code, identity: "a").outcome == .succeeded)
        #expect(await session.run("box.content", identity: "c").result == "1")
        #expect(
            await session.run("Box(content: box.content)", identity: "d").result
                == "Box(content: 1)")
        await session.end()
    }

    @Test func keepsValuesWhenACellThatOnlyDeclaresRunsAgain() async throws {
        let code = "struct Box { var content: Int }"
        await session.run(code, identity: "a")
        await session.run("var box = Box(content: 5)", identity: "b")
        await session.run(code, identity: "a")
        #expect(
            await session.run("box = Box(content: box.content + 1)\nbox", identity: "c").result
                == "Box(content: 6)")
        await session.end()
    }

    @Test func forgetsWhatTheCellNoLongerDeclares() async throws {
        await session.run("let kept = 1, dropped = 2", identity: "a")
        await session.run("let kept = 1", identity: "a")
        #expect(await session.run("dropped").failure?.message == "cannot find 'dropped' in scope")
        await session.end()
    }

    @Test func tellsWhoStillUsesTheEarlierOne() async throws {
        await session.run("var rate = 0.5", identity: "a")
        await session.run("func train() -> Double { rate }\nlet once = rate", identity: "b")
        let again = await session.run("var rate = 0.1", identity: "a")
        #expect(
            again.errors == "note: 'train' (cell 2) still uses the earlier 'rate'; run it again\n")
        #expect(await session.run("train()").result == "0.5")
        await session.run("func train() -> Double { rate }", identity: "b")
        #expect(await session.run("train()").result == "0.1")
        await session.end()
    }

    @Test(arguments: [
        ("class A {}", "class B: A {}", "'B' (cell 2)"),
        ("protocol A {}", "struct B: A {}", "'B' (cell 2)"),
        ("struct A {}", "typealias B = [A]", "'B' (cell 2)"),
        ("func f(_ x: Int) {}", "func f(_ x: String) { f(1) }", "'f' (cell 2)"),
        ("protocol A {}", "extension Int: A {}", "'extension Int' (cell 2)"),
    ]) func tellsEveryKindOfUser(declaration: String, user: String, told: String) async throws {
        await session.run(declaration, identity: "a")
        await session.run(user, identity: "b")
        let again = await session.run(declaration + " // again", identity: "a")
        #expect(again.errors.contains(told), "\(again.errors)")
        await session.end()
    }

    @Test func explainsValuesOfAnOldType() async throws {
        await session.run("struct P { var a = 1 }")
        await session.run("var p = P()")
        await session.run("struct P { var a = 1, b = 2 }")
        let record = await session.run("p = P()")
        #expect(record.failure?.message.contains("'P (cell 3)'") == true, "\(record.story)")
        #expect(
            record.story.contains("'P' was declared in cell 3 and in cell 1"), "\(record.story)")
        await session.end()
    }

    @Test func keepsPrivateNamesInTheirCell() async throws {
        await session.run(
            "private func secret() -> Int { 1 }\nstruct S { private var hidden = 2; var open = 3 }\nsecret()"
        )
        let function = await session.run("secret()")
        #expect(function.failure?.message == "cannot find 'secret' in scope")
        let member = await session.run("S().hidden")
        #expect(
            member.failure?.message == "'hidden' is inaccessible due to 'private' protection level")
        #expect(await session.run("S().open").result == "3")
        await session.end()
    }

    @Test func refusesToUseAVariableAboveItsDeclaration() async throws {
        let record = await session.run("print(late)\nlet late = 1")
        #expect(record.failure?.name == "CompileError")
        #expect(
            record.story == """
                error: 'late' is used before it has a value: it is declared on line 2 (cell 1, line 1)
                  1 | print(late)
                    |       ^
                """)
        await session.end()
    }

    @Test func usesMembersOfValuesWhoseTypesAreOfOtherCells() async {
        await expect([
            ("struct Inner { var depth = 2 }", nil),
            ("struct Outer { var inner = Inner(); func twice() -> Int { inner.depth * 2 } }", nil),
            ("let outer = Outer()", nil), ("outer.twice()", "4"), ("outer.inner.depth", "2"),
            ("let maker = { Outer() }", nil), ("maker().inner.depth", "2"),
        ])
    }

    @Test func explainsMembersOfAnOldType() async {
        await session.run("enum Color { case red, green }")
        await session.run("let color = Color.red")
        await session.run("enum Color { case red, green, blue }")
        let record = await session.run("color == .red")
        #expect(
            record.story.contains(
                "it belongs to a type of cell 1 that was declared again since; a value keeps the "
                    + "type it was made with, so run the cell that makes the value again"),
            "\(record.story)")
        await session.end()
    }
}
