import CellProtocol
import CellSession
import Testing

/// Tests of a cell's imports from other cells, and of redeclared operators.
@Suite struct ImportPlanTests {
    @Test func mentionedNamesAreImportedByThemselves() throws {
        var trial = TrialSession()
        try trial.run("let a = 1; var b = 2; func f() {}")
        #expect(try trial.plan("a + b").importedNames == ["let a", "var b"])
        #expect(try trial.plan("f()").importedNames == ["func f"])
        #expect(try trial.plan("1 + 1").importedNames == [])
    }

    @Test func namesThatTheCellBindsItselfAreNot() throws {
        var trial = TrialSession()
        try trial.run("let a = 1")
        #expect(try trial.plan("[1].map { a in a }").importedNames == [])
        #expect(try trial.plan("let a = 2; _ = a").importedNames == [])
    }

    @Test(arguments: [
        "struct V { static func + (a: V, b: V) -> V { a } }; let v = V()",
        "struct V {}; let v = V(); extension V { func m() {} }",
        "struct V {}; let v = V(); func + (a: V, b: V) -> V { a }",
        "enum O { struct V { static prefix func - (a: V) -> V { a } } }; let v = O.V()",
    ]) func whatIsUsedUnnamedComesWithItsModule(code: String) throws {
        var trial = TrialSession()
        let module = try trial.run(code).plan.module
        #expect(try trial.plan("_ = v").imports.modules == [module])
        // It concerns a type that cannot occur in this cell.
        #expect(try trial.plan("1 + 2").imports.modules == [])
    }

    @Test(arguments: [
        "extension Int: P {}", "extension Int { init(x: Bool) { self = 1 } }",
        "extension Int { subscript(i: Int) -> Int { i } }", "extension Int { struct Inner {} }",
        "extension Int { static prefix func ! (x: Int) -> Int { x } }",
        "extension Sequence { func double() {} }",
        "extension DefaultStringInterpolation { mutating func appendInterpolation(x: Int) {} }",
    ]) func extensionsOfTheLibrarysTypesThatCanBeUsedUnnamedAreAlwaysThere(code: String) throws {
        var trial = TrialSession()
        let module = try trial.run(code).plan.module
        #expect(try trial.plan("4").imports.modules == [module])
    }

    @Test func otherMembersOfTheLibrarysTypesAreThereWhereTheyAreNamed() throws {
        var trial = TrialSession()
        let module = try trial.run("extension Int { var double: Int { 2 * self } }").plan.module
        #expect(try trial.plan("4").imports.modules == [])
        for use in [
            "4.double", "[4].map(\\.double)", "let f: KeyPath<Int, Int> = \\.double",
            "extension Int { var four: Int { double } }", "extension Int: P {}", "\"\\(4.double)\"",
        ] {
            #expect(try trial.plan(use).imports.modules == [module], "\(use)")
        }
    }

    @Test func theNewestDeclarationOfAnOperatorIsMadeAgain() throws {
        var trial = TrialSession()
        try trial.run("precedencegroup P { associativity: left }; infix operator **: P")
        try trial.run("precedencegroup P { associativity: right }")
        try trial.run("prefix operator **")
        #expect(
            try trial.plan("_ = 1 ** 2").imports.operators == [
                "infix operator ** : P", "precedencegroup P { associativity : right }",
                "prefix operator **",
            ])
        #expect(try trial.plan("1 + 2").imports.operators == [])
    }

    @Test func severalModulesCanBeSeenWithoutWhatWasReplaced() throws {
        var trial = TrialSession()
        for (function, place) in [("f", "a"), ("g", "b")] {
            try trial.run(
                "func \(function)() {}; extension Int { var \(place): Int { 1 } }", identity: place)
            try trial.run("func \(function)() {}", identity: "new \(place)")
        }
        let plan = try trial.plan("1.a + 1.b")
        #expect(plan.imports.views.count == 2)
        #expect(!plan.source.header.contains("*/;") && !plan.source.header.contains("; /*"))
    }

    @Test func variablesThatNeedTheirEarlierValueAreQualified() throws {
        var trial = TrialSession()
        let module = try trial.run("let x = 1").plan.module
        let plan = try trial.plan("let x = x + 1")
        #expect(plan.source.edited.text == "let x = \(module).x + 1")
        #expect(throws: CellRefusal.self) { try trial.plan("let y = y + 1") }
    }

    @Test func whatAGuardBindsBecomesAVariable() throws {
        let plan = try TrialSession().plan("guard let s = f(), s > 1 else { fatalError() }")
        #expect(plan.source.edited.text.hasSuffix("; let s = _unrollGuard_s"))
        #expect(plan.source.edited.text.contains("_unrollGuard_s > 1"))
    }
}
