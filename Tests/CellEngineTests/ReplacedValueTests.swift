import CellEngine
import Evaluation
import Testing

/// Tests of the values of replaced variables: they end with the last way to reach them, and no
/// earlier.
@Suite struct ReplacedValueTests {
    /// A class that tells how many of its objects live, and when one ends.
    private static let token = """
        final class Token {
            static var living = 0
            let name: String
            init(_ name: String) { self.name = name; Token.living += 1 }
            deinit { print("end of \\(name)"); Token.living -= 1 }
        }
        protocol Named { var name: String { get } }
        extension Token: Named {}
        struct Box<T> { var value: T; var more = [1, 2] }
        indirect enum Tree { case leaf(Token), node(Tree, Tree) }
        """

    /// Runs cells, given with their identities, and returns the printed lines.
    private func lines(of cells: [(String, String)]) async throws -> [String] {
        let session = try TestSession()
        await session.run(Self.token, identity: "token")
        var output = ""
        for (identity, code) in cells {
            let record = await session.run(code, identity: identity)
            #expect(record.failure == nil, "\(code): \(record.story)")
            output += record.output
        }
        await session.end()
        return output.split(separator: "\n").map(String.init)
    }

    @Test func aReplacedValueEnds() async throws {
        let lines = try await lines(of: [
            ("a", "let token = Token(\"1\")"), ("b", "print(token.name)"),
            ("a", "let token = Token(\"2\")"), ("c", "var token = Token(\"3\")"),
            ("d", "let token = 4"), ("e", "print(Token.living)"),
        ])
        #expect(lines == ["1", "end of 1", "end of 2", "end of 3", "0"])
    }

    @Test(arguments: [
        "let v = Token(\"t\")", "var v = Token(\"t\")", "let v: Token? = Token(\"t\")",
        "let v: any Named = Token(\"t\")", "let v: Any = Box(value: Token(\"t\"))",
        "let v = [Token(\"t\"), Token(\"u\")]", "let v = [\"k\": Token(\"t\")]",
        "let v = (Token(\"t\"), 1)", "let (v, w) = (Token(\"t\"), Token(\"u\"))",
        "let v = Tree.node(.leaf(Token(\"t\")), .leaf(Token(\"u\")))",
        "let v = Box(value: Token(\"t\"))", "let v: [any Named] = [Token(\"t\")]",
        "let v = Result<Token, any Error>.success(Token(\"t\"))", "let v = [Token(\"t\")][...]",
        "var v = [Token(\"t\")]\nv.append(Token(\"u\"))", "let u = Token(\"t\"), v = [u, u]",
        "var v: [Token] = []\nfor i in 0..<3 { v.append(Token(\"\\(i)\")) }",
        "_ = await Task { 1 }.value\nlet v = Token(\"t\")",
        "let v = \"a long text of its own\" + \"!\"",
        "let v = { Token(\"t\") }()", "let v = [Token(\"t\")].lazy.map { $0 }",
    ]) func valuesOfEveryKindEndOnce(declaration: String) async throws {
        let again = [
            ("a", declaration), ("b", "print(\"living\", Token.living)"), ("a", declaration),
            ("a", declaration), ("b", "print(\"living\", Token.living)"), ("c", "print(v)\n_ = v"),
        ]
        let lines = try await lines(of: again).filter { $0.hasPrefix("living") }
        #expect(lines.count == 2 && lines[0] == lines[1], "\(declaration): \(lines)")
    }

    @Test(arguments: [
        "{ (x: Int) -> String in \"a\" }", "{ [t = Token(\"t\")] (x: Int) -> String in t.name }",
        "(one: { (x: Int) -> String in \"a\" }, two: Token(\"t\")).one",
        "String.init as (Int) -> String",
        "[{ (x: Int) -> String in \"a\" }][0]",
    ]) func replacedFunctionsDoNoHarm(function: String) async throws {
        let session = try TestSession()
        await session.run(Self.token)
        for count in 0..<5 {
            let cell = "let f = \(function), pair = (\(function), \(count)), list = [\(function)]"
            let record = await session.run(cell, identity: "a")
            #expect(record.failure == nil, "\(record.story)")
            let used = await session.run("f(1) + pair.0(1) + list[0](1)")
            #expect(used.failure == nil, "\(used.story)")
        }
        await session.end()
    }

    @Test(arguments: [
        ("let f = { v.name }", "f()"), ("func f() -> String { v.name }", "f()"),
        ("struct S { var name: String { v.name } }\nlet s = S()", "s.name"),
        ("extension Int { var name: String { v.name } }", "1.name"),
        (
            "var f: () -> String = { \"\" }\nfunc set(_ g: @autoclosure @escaping () -> String) { f = g }\nset(v.name)",
            "f()"
        ),
        ("let p = withUnsafeMutablePointer(to: &v) { $0 }", "p.pointee.name"),
        ("let old = v", "old.name"), ("let all = [v, v]", "all[1].name"),
        ("let t = Task { await Task.yield(); return v.name }", "await t.value"),
        ("var name: String { v.name }", "name"),
        ("enum E { static let name = v.name }", "E.name"),
        ("let f = { [v] in v.name }", "f()"), ("weak var w = v\nlet s = v", "w!.name"),
        ("func f(_ x: Token = v) -> String { x.name }", "f()"),
    ]) func whatCanBeReachedStays(user: String, use: String) async throws {
        let declaration = "var v = Token(\"kept\")"
        for cells in [[("a", declaration), ("b", user)], [("a", declaration + "\n" + user)]] {
            let replacing = ("c", "var v = Token(\"new\")\nprint(v.name)")
            let lines = try await lines(of: cells + [replacing, ("d", "print(\(use))")])
            #expect(lines.filter { !$0.hasPrefix("end") }.last == "kept", "\(user): \(lines)")
            #expect(!lines.contains("end of kept"), "\(user): \(lines)")
        }
    }

    @Test func whatHoldsAValueIsListed() async throws {
        let session = try TestSession()
        await session.run("var data = [1, 2]", identity: "a")
        await session.run("func mean() -> Int { data.reduce(0, +) }", identity: "b")
        await session.run("var data = [3]", identity: "a")
        await session.run("var data = [4]", identity: "a")
        let list = await session.run("%whos").output
        let held = list.split(separator: "\n").filter { $0.contains("earlier value") }
        #expect(held.count == 1 && held[0].contains("held by 'mean' (cell 2)"), "\(list)")
        await session.end()
    }

    @Test func aFailedCellReleasesNothing() async throws {
        let session = try TestSession()
        await session.run(Self.token)
        await session.run("var v = Token(\"1\")")
        #expect(await session.run("var v = Token(\"2\")\nfatalError()").failure != nil)
        #expect(await session.run("v.name").result == "1")
        await session.run("var v = Token(\"3\")")
        await session.run("%undo")
        #expect(await session.run("v.name").result == "1")
        await session.end()
    }

    @Test func aVariableThatIsMadeTenTimesNeedsTheMemoryOfOne() async throws {
        let session = try TestSession()
        await session.run("%set undo-count 0")
        await session.run(
            """
            import Glibc
            func resident() -> Int {
                guard let file = fopen("/proc/self/statm", "r") else { return 0 }
                defer { fclose(file) }
                var size = 0, resident = 0
                withUnsafeMutablePointer(to: &size) { size in
                    withUnsafeMutablePointer(to: &resident) { resident in
                        _ = withVaList([size, resident]) { vfscanf(file, "%ld %ld", $0) }
                    }
                }
                return resident * 4096 / 1_000_000
            }
            """)
        let make = "var large = [UInt8](repeating: 1, count: 100_000_000)"
        for _ in 0..<10 { await session.run(make, identity: "large") }
        let megabytes = Int(await session.run("resident()").result ?? "") ?? .max
        #expect(megabytes < 350, "\(megabytes) MB")
        await session.end()
    }
}
