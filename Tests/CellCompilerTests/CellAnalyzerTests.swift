import CellCompiler
import CellProtocol
import Testing

@Suite struct CellAnalyzerTests {
    private func analysis(_ source: String) -> CellAnalysis {
        CellAnalyzer(source: source).analysis()
    }

    // MARK: Declarations

    @Test func findsEveryKindOfDeclaration() {
        let analysis = analysis(
            """
            import Foundation
            let a = 1, b = 2
            var (c, d) = (3, 4)
            func f(_ x: Int, by y: [String: Int]) {}
            struct S: Equatable {}
            class C {}
            actor A {}
            enum E { case one }
            protocol P {}
            typealias T = Int
            infix operator +++ : AdditionPrecedence
            precedencegroup G {}
            func +++ (l: Int, r: Int) -> Int { l }
            extension S: CustomStringConvertible { var description: String { "" } }
            guard let g = Optional(1) else { fatalError() }
            """)
        let found = analysis.declarations.map { "\($0.kind.rawValue) \($0.name)" }
        #expect(
            found == [
                "let a", "let b", "var c", "var d", "func f", "struct S", "class C", "class A",
                "enum E", "protocol P", "typealias T", "operator +++", "precedencegroup G",
                "func +++", "extension S", "let g",
            ])
        #expect(
            analysis.declarations.map(\.line) == [
                2, 2, 3, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15,
            ])
        #expect(analysis.imports.map(\.module) == ["Foundation"])
        #expect(analysis.declarations[5].inheritedTypes.map(\.text) == ["Equatable"])
        #expect(analysis.declarations[14].members.map(\.name) == ["description"])
    }

    @Test func readsWhatTellsFunctionsApart() {
        let functions = analysis(
            """
            func f(_ x: Int, by y: [String : Int], rest: Double...) {}
            func g<T>(x: T) {}
            func g(x: some Equatable) {}
            @discardableResult private func h() -> Int { 1 }
            private(set) var v = 1
            """
        ).declarations
        #expect(functions[0].signature?.labels == ["_", "by", "rest"])
        #expect(functions[0].signature?.parameterTypes == ["Int", "[String:Int]", "Double..."])
        #expect(functions.map { $0.signature?.isGeneric } == [false, true, true, false, nil])
        #expect(functions.map(\.isPrivate) == [false, false, false, true, false])
        #expect(functions.map(\.hasDiscardableResult) == [false, false, false, true, false])
    }

    @Test(arguments: [
        ["[Int]", "Array<Int>", "Swift.Array<Swift.Int>", "(Array<Int>)"],
        ["Int?", "Optional<Int>", "Int!", "Swift.Optional<Int>"],
        ["[Int: [String]]", "Dictionary<Int, Array<String>>"],
        ["Int", "consuming Int", "borrowing Int", "sending Int", "Swift.Int"],
        ["(Int) -> Void", "@escaping (Int) -> ()", "@escaping @Sendable (Int) -> Void"],
        ["any Shape", "Shape"], ["A & B", "any B & A"],
    ]) func spellsTypesInOneWay(types: [String]) {
        let functions = analysis(types.map { "func f(_ x: \($0)) {}" }.joined(separator: "\n"))
        #expect(Set(functions.declarations.map(\.signature)).count == 1)
    }

    @Test func spellsDifferentTypesInDifferentWays() {
        let types = [
            "Int", "inout Int", "Int?", "[Int]", "[[Int]]", "[Int: Int]", "(Int, Int)",
            "() -> Int", "@autoclosure () -> Int", "() throws -> Int", "() async -> Int",
            "Outer.Int", "Set<Int>", "Int...", "Int.Type", "(Int) -> Int", "(Int, Int) -> Int",
        ]
        let functions = analysis(types.map { "func f(_ x: \($0)) {}" }.joined(separator: "\n"))
        #expect(Set(functions.declarations.map(\.signature)).count == types.count)
    }

    @Test(arguments: [
        ("Array where Element == Int", "Array", ["Element==Int"]),
        ("[Int]", "Array", ["Element==Int"]),
        ("Array<Int>", "Array", ["Element==Int"]), ("Swift.Int", "Int", []),
        ("Int?", "Optional", ["Wrapped==Int"]), ("Outer.Inner", "Outer.Inner", []),
        ("[Int: String]", "Dictionary", ["Key==Int", "Value==String"]),
        ("Box where T: P, T: Swift.Hashable", "Box", ["T:Hashable", "T:P"]),
    ]) func namesExtendedTypesAndTheirConstraints(
        type: String, name: String, constraints: [String]
    ) {
        let found = analysis("extension \(type) { func f() {} }").declarations[0]
        #expect(found.name == name)
        #expect(found.members[0].constraints == constraints)
    }

    // MARK: Mentions

    @Test func findsMentionsButNotWhatIsBoundLocally() {
        let analysis = analysis(
            """
            let y = f(x, label: z).member + .other
            let list = items.map { item in item * factor }
            func g(p: Int, q: Int = fallback) -> Result { let local = p; return make(local, q) }
            for i in range where i > limit { use(i) }
            if let value = optional, let shorthand { show(value, shorthand) }
            switch thing { case .some(let inner): handle(inner) default: break }
            """)
        #expect(
            analysis.mentions == [
                "f", "x", "z", "items", "factor", "fallback", "Int", "Result", "make", "range",
                "limit", "use", "optional", "shorthand", "show", "thing", "handle",
            ])
        #expect(analysis.memberMentions == ["member", "other", "map", "some"])
        #expect(analysis.operators == ["+", "*", ">"])
    }

    @Test func doesNotBindAVariableBeforeItsDeclaration() {
        #expect(
            analysis("func f() { print(n); let n = n + 1; print(n) }").mentions == ["print", "n"])
        #expect(analysis("func f() { let n = 1; print(n) }").mentions == ["print"])
    }

    @Test func knowsWhatADeclarationUsesWhenItIsCalledLater() {
        let declarations = analysis(
            """
            let now = rate * 2
            let later = { rate * 3 }
            var computed: Int { rate }
            func train() { step(rate) }
            struct Model { var rate = 1; func run() { train(rate) } }
            class Own: Model, Shape {}
            typealias Rates = [Rate]
            func down(_ n: Int) { down(n - 1) }
            """
        ).declarations
        #expect(
            declarations.map(\.uses) == [
                [], ["rate"], ["rate"], ["step", "rate"], ["train"], ["Model", "Shape"], ["Rate"],
                ["Int", "down"],
            ])
    }

    @Test func findsVariablesMentionedBeforeTheyHaveTheirValue() {
        let analysis = analysis(
            """
            print(x)
            let x = x + 1
            func f() -> Int { x }
            let g: (Int) -> Int = { n in n < 1 ? 0 : g(n - 1) }
            let h = { h() }
            print(x)
            """)
        #expect(analysis.earlyMentions.map(\.name) == ["x", "x", "h"])
        #expect(analysis.earlyMentions.map(\.offset) == [6, 17, 107])
        #expect(analysis.earlyMentions.map(\.isInClosure) == [false, false, true])
    }

    @Test(arguments: [
        ("let a = 1, b = a", [] as [String]), ("let a = b, b = 1", ["b"]),
        ("let (a, b) = (1, 2), c = a + b", []), ("var a = 1, b = { a }, c = b()", []),
        ("let a = 1, b = b + a", ["b"]), ("let a: Int, b = 2; a = b", []),
        ("do { let b = 1; print(b) }\nlet a = b, b = 2", ["b"]),
        ("let a = { let b = 1; return b }(), c = b, b = 2", ["b"]),
    ])
    func letsABindingUseThoseBeforeItInTheSameDeclaration(code: String, early: [String]) {
        #expect(analysis(code).earlyMentions.map(\.name) == early)
    }

    // MARK: Endings

    @Test(arguments: [
        ("1 + 1", "1 + 1"), ("x // comment", "x"), ("let x = 1\nx\n\n// done", "x"),
        ("try await f()", "try await f()"), ("if c { 1 } else { 2 }", "if c { 1 } else { 2 }"),
        (
            "switch x { case 1: \"a\"\ndefault: \"b\" }",
            "switch x { case 1: \"a\"\ndefault: \"b\" }"
        ),
        ("nil as Int?", "nil as Int?"), ("a == b", "a == b"),
        ("[1, 2].map { $0 };", "[1, 2].map { $0 }"),
    ])
    func findsTheExpressionThatACellEndsIn(source: String, expression: String) throws {
        let ending = try #require(analysis(source).ending)
        let bytes = Array(source.utf8)[ending.offset..<(ending.offset + ending.length)]
        #expect(String(decoding: bytes, as: UTF8.self) == expression)
    }

    @Test(arguments: [
        "", "// nothing", "let x = 1", "x = 5", "x += 5", "_ = f()", "if c { 1 }",
        "if c { x = 1 } else { x = 2 }", "for i in 1...3 { print(i) }", "f()\nimport Foundation",
        "if c { let y = 1; print(y) } else { print(2) }", "try x = f()",
    ])
    func findsNoExpressionWhereThereIsNone(source: String) {
        let ending = analysis(source).ending
        #expect(ending == nil || source == "x += 5")
    }

    @Test func knowsCallsAndConditionals() {
        #expect(analysis("try f()").ending?.isCall == true)
        #expect(analysis("list.removeLast()").ending?.isCall == true)
        #expect(analysis("list.count").ending?.isCall == false)
        #expect(analysis("if c { 1 } else { 2 }").ending?.isConditional == true)
    }

    // MARK: Features

    @Test(arguments: [
        ("await f()", true), ("for await x in s {}", true), ("async let x = f()", true),
        ("func g() async { await f() }", false), ("let t = Task { await f() }", false),
        ("let x = try await f() + 1", true),
    ])
    func knowsWhetherTheTopLevelWaits(source: String, waits: Bool) {
        #expect(analysis(source).isAsync == waits)
    }

    @Test(arguments: [
        ("1 + 1", false), ("let x = [1].map { $0 * 2 }", false), ("for i in 1...2 {}", true),
        ("func f() {}", true), ("struct S { var a = 1 }", false),
        ("struct S { var a: Int { 1 } }", true), ("protocol P { var a: Int { get } }", false),
        ("let x = list.map { a in\nlet b = a\nreturn b }", true),
    ])
    func knowsWhatIsWorthOptimising(source: String, isWorth: Bool) {
        #expect(analysis(source).hasLoopsOrFunctions == isWorth)
    }

    @Test(arguments: [
        ("print(1)", false), ("func f() {}", false), ("struct S { var a = 1 }", false),
        ("let x = 1", true), ("struct S { static let a = 1 }", true), ("var x: Int { 1 }", false),
        ("enum E { static var a: Int { 1 } }", false), ("for i in 1...2 { let x = i }", false),
    ])
    func knowsWhetherStateOutlivesTheCell(source: String, outlives: Bool) {
        #expect(analysis(source).storesState == outlives)
    }

    @Test func survivesSourcesThatAreNoSwift() {
        for source in ["}}}", "let", "\"abc", "func (", "🙂 = 1", "#if", "@", "`"] {
            _ = analysis(source)
        }
    }
}
