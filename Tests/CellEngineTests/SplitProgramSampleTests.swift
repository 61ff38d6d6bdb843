import CellEngine
import Evaluation
import Testing

/// Tests of small programs in several cells that once failed, one per kind of fault.
@Suite struct SplitProgramSampleTests {
    /// Runs cells and compares the result of the last one.
    private func expect(
        _ cells: [String], toEndIn result: String,
        sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        let session = try TestSession()
        var last = ""
        for (index, cell) in cells.enumerated() {
            let record = await session.run(cell, identity: "\(index)")
            #expect(
                record.outcome == .succeeded, "\(cell): \(record.story)",
                sourceLocation: sourceLocation)
            last = record.result ?? record.output
        }
        #expect(last == result, sourceLocation: sourceLocation)
        await session.end()
    }

    @Test func aClassInAThirdCellHasTheMethodsOfItsParent() async throws {
        try await expect(
            [
                "class A { var kind: String { \"A\" }; func area() -> Double { 1 } }",
                "class B: A { override var kind: String { \"B\" }; override func area() -> Double { 2 } }",
                "class C: B {}", "class D: B { override func area() -> Double { 3 } }",
                "let all: [A] = [C(), D()]", "all.map { $0.kind } + all.map { \"\\($0.area())\" }",
            ], toEndIn: "[\"B\", \"B\", \"2.0\", \"3.0\"]")
    }

    @Test(arguments: [
        (
            "struct V { var x = 1; static func + (a: V, b: V) -> V { V(x: a.x + b.x) } }",
            "(V() + V()).x", "2"
        ),
        (
            "enum Box { struct W { var x = 2 ; static prefix func - (a: W) -> Int { -a.x } } }",
            "-Box.W()", "-2"
        ),
        (
            "final class K { var n = 1; static func += (a: inout K, b: Int) { a.n += b } }",
            "var k = K(); k += 4; k.n", "5"
        ),
        (
            "struct M { var x = 3.0; static func * (a: Double, b: M) -> Double { a * b.x } }",
            "2.0 * M()", "6.0"
        ),
    ]) func operatorsInATypeAreThere(declaration: String, use: String, result: String) async throws
    {
        try await expect([declaration, use], toEndIn: result)
    }

    @Test func extensionsAreUsedWithoutBeingNamed() async throws {
        try await expect(
            [
                "extension DefaultStringInterpolation { mutating func appendInterpolation(pct v: Double) { appendLiteral(\"\\(Int(v * 100)) %\") } }",
                "\"\\(pct: 0.5)\"",
            ], toEndIn: "50 %")
    }

    @Test(arguments: ["tanh", "exp", "sin", "sqrt", "floor", "log", "erf"])
    func aPersonsOwnElementaryFunctionIsMeant(name: String) async throws {
        try await expect(
            [
                "func \(name)(_ x: Double) -> Double { 42 + x }", "\(name)(2.0)",
                "import Foundation\n\(name)(1.0)",
                "[0.5].map(\(name)).first! + \(name)(1.0)",
            ], toEndIn: "85.5")
    }

    @Test func anOperatorAndItsRankCanBeDeclaredAgain() async throws {
        try await expect(
            [
                "precedencegroup Power { higherThan: MultiplicationPrecedence associativity: left }\n"
                    + "infix operator **: Power",
                "func ** (a: Int, b: Int) -> Int { (0..<b).reduce(1) { x, _ in x * a } }",
                "2 ** 3 ** 2",
                "precedencegroup Power { higherThan: MultiplicationPrecedence associativity: right }",
                "2 ** 3 ** 2", "infix operator **: AdditionPrecedence", "2 * 3 ** 2",
            ], toEndIn: "36")
    }

    @Test func aGuardAtTopLevelDeclaresWhatItBinds() async throws {
        try await expect(
            [
                "let d = 1", "guard let d = Optional(5) else { fatalError() }",
                "guard let s = [\"a\", \"bc\"].last, s.count > 1, var n = Int(\"7\") else { fatalError() }",
                "n += d", "let e: Int? = 3", "guard let e else { fatalError() }", "[n, e, s.count]",
            ], toEndIn: "[12, 3, 2]")
    }

    @Test func inactiveDeclarationsHideNothing() async throws {
        try await expect(
            [
                "let f = 1",
                "#if os(macOS)\nlet f = 2\nfunc g() {}\n#else\nfunc g() -> Int { 7 }\n#endif",
                "f + g()",
            ], toEndIn: "8")
    }

    @Test(arguments: [
        "swift(>=6.0)", "swift(>=5.9)", "compiler(>=6.0)", "canImport(Foundation)",
        "canImport(UIKit)", "os(Linux)", "DEBUG", "hasFeature(BareSlashRegexLiterals)",
    ]) func conditionsAreReadAsTheCompilerReadsThem(condition: String) async throws {
        // The name is found in the second cell only if the code that was analyzed as active was
        // compiled.
        try await expect(
            [
                "#if \(condition)\nlet yes = 1\n#else\nlet no = 2\n#endif\n0",
                "#if \(condition)\n_ = yes\n#else\n_ = no\n#endif\n\"same\"",
            ], toEndIn: "same")
    }

    @Test func regularExpressionsCanBeLiterals() async throws {
        try await expect(["\"a1b22\".matches(of: /\\d+/).count"], toEndIn: "2")
    }
}
