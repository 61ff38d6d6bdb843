import CellEngine
import Evaluation
import Testing

/// Tests of declarations whose inferred types are spelled with names of earlier cells that they do
/// not mention themselves.
@Suite struct InferredTypeTests {
    /// The alias: further declarations, what it stands for, and a value of it.
    private static let aliases = [
        ("", "Int", "1"), ("", "[Double]", "[1.0]"),
        ("", "(x: Int, y: String)", "(x: 1, y: \"a\")"),
        ("", "(Int) -> Int", "{ $0 + 1 }"), ("struct P {}", "P", "P()"),
        ("struct G<T> { var v: T }", "G<Int>", "G(v: 1)"),
        ("enum O { struct I {} }", "O.I", "O.I()"), ("", "Int?", "Int?.none"),
        ("final class K {}", "K", "K()"), ("protocol Q {}\nextension Int: Q {}", "any Q", "1"),
        ("typealias B = [Int]", "(B, B)", "([1], [2])"),
    ]

    /// Cells that declare functions and types with the alias `A` and its value `V`, and cells whose
    /// variables have a type that is inferred from these.
    private static let users = """
        func g() -> A { V }
        func h(_ f: @escaping (Int) -> A) -> (Int) -> A { f }
        struct S { var a: A; static let z: A = V; func m() -> A { a } }
        class C { var list: [A] = [V]; subscript(i: Int) -> A { V } }
        let a = g
        let b = g()
        let c = [g(), g()]
        let d = (1, g())
        let e = \\S.a
        let f = S.m
        let i = S(a: V).m()
        let j = C().list
        let k = C()[0]
        let l = h { _ in V }
        let m = { g() }
        let n = [1: g]
        struct T { let a = g(); var b = C().list }
        let o = T().a
        let p = Optional(g())
        let q = [1].map { _ in g() }
        var r = C().list.first
        print("end")
        """.split(separator: "\n").map(String.init)

    @Test(arguments: aliases)
    func mayBeSpelledWithAnAlias(declaration: String, meaning: String, value: String) async throws {
        let session = try TestSession()
        await session.run(declaration)
        await session.run("typealias A = \(meaning)")
        for user in Self.users {
            let code = user.replacing("V", with: value)
            let record = await session.run(code)
            #expect(record.failure == nil, "A is \(meaning), \(code): \(record.story)")
        }
        await session.end()
    }

    @Test(arguments: [
        "struct P { var x = 1 }", "final class P { var x = 1 }", "typealias P = [Int]",
    ])
    func mayBeSpelledWithAReplacedType(declaration: String) async throws {
        let session = try TestSession()
        await session.run(declaration)
        await session.run("func g() -> P { P() }")
        await session.run("struct P { var y = 2 }")
        for code in ["let p = g()", "let f = g", "let q = [p, g()]", "struct H { let p = g() }"] {
            let record = await session.run(code)
            #expect(record.failure == nil, "\(declaration), \(code): \(record.story)")
        }
        #expect(await session.run("P().y").result == "2")
        await session.end()
    }
}
