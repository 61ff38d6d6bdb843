import CellEngine
import Evaluation
import Testing

/// Tests of what a cell can use without an import.
@Suite struct PreludeTests {
    @Test func elementaryFunctionsNeedNoImport() async throws {
        let session = try TestSession()
        let cells = [
            ("exp(1)", "2.718281828459045"), ("let b: Float = exp(2)\nb", "7.389056"),
            ("sqrt(2) * pow(2, 0.5)", "2.0000000000000004"),
            ("[0.5].map(tanh)", "[0.46211715726000974]"),
            ("func exp(_ x: String) -> Int { 3 }\n(exp(\"a\"), exp(0.0))", "(3, 1.0)"),
            ("import Foundation\n(exp(0.0), tanh(0 as Float))", "(1.0, 0.0)"),
            ("exp(1.0)", "2.718281828459045"),
        ]
        for (code, result) in cells {
            let record = await session.run(code)
            #expect(record.result == result, "\(code): \(record.story)")
        }
        await session.end()
    }

    @Test func otherNamesOfTheCLibraryAreNotThere() async throws {
        let session = try TestSession()
        #expect(await session.run("y0(1.0)").failure?.name == "CompileError")
        for (code, name) in [
            ("y", "y0("), ("__ac", "__acos("), ("inde", "index("), ("el", "elementary"),
        ] {
            let offered = await session.evaluator.completions(in: code, at: code.count).candidates
            #expect(!offered.contains { $0.text == name })
        }
        let offered = await session.evaluator.completions(in: "tan", at: 3).candidates
        #expect(Set(offered.map(\.text)).isSuperset(of: ["tan(", "tanh("]))
        await session.end()
    }
}
