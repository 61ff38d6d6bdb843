import CellEngine
import Evaluation
import Files
import Processes
import TestSupport
import Testing

/// Tests that random sequences of cells look the same without a cache, and with a cold and a warm
/// one.
@Suite struct SequenceTests {
    /// Returns cells that declare, redefine, fail, undo, mention and run again.
    private func cells(count: Int, seed: UInt64) -> [String] {
        var generator = SeededGenerator(seed: seed)
        var cells = ["var a = 1", "func f() -> Int { 1 }", "struct S { var v = 1 }"]
        while cells.count < count {
            let n = Int.random(in: 2...9, using: &generator)
            let fresh = [
                "var a = \(n)", "let a = \"\(n)\"", "func f() -> Int { \(n) }",
                "func f() -> String { \"\\(a) \(n)\" }", "func f(_ x: Int) -> Int { x * \(n) }",
                "struct S { var v = \(n); var w = f(\(n)) }", "let s = S()", "s.v", "f()",
                "f(\(n))",
                "\"\\(a) \\(f())\"", "print(a); [1][\(n)]", "let b = a; fatalError(\"\(n)\")", "b",
                "%undo", "S()", "for i in 0..<\(n) { print(i, terminator: \" \") }", "a",
                "extension Int { var more: Int { self + \(n) } }", "1.more", "cells +",
            ]
            let isAgain = Int.random(in: 0..<4, using: &generator) == 0
            cells.append((isAgain ? cells : fresh).randomElement(using: &generator) ?? "a")
        }
        return cells
    }

    /// Returns what the user sees of cells.
    private func seen(_ cells: [String], cache: String?) async throws -> [String] {
        let session = try TestSession { $0.cellCache = cache.map { CacheStore(path: $0) } }
        var shown: [String] = []
        for cell in cells {
            let record = await session.run(cell)
            let parts = [record.output, record.errors, record.result ?? "-", record.story]
            shown.append("\(cell)|" + parts.joined(separator: "|"))
        }
        await session.end()
        return shown
    }

    @Test(arguments: [1, 2, 3] as [UInt64])
    func lookTheSameWithAndWithoutTheCache(seed: UInt64) async throws {
        let folder = try TemporaryFolder(prefix: "cache-")
        let cells = cells(count: 40, seed: seed)
        let off = try await seen(cells, cache: nil)
        #expect(try await seen(cells, cache: "\(folder.path)/cells") == off)
        #expect(try await seen(cells, cache: "\(folder.path)/cells") == off)
        let succeeded = off.filter { !$0.contains("error") && !$0.contains("Error") }
        #expect(succeeded.count > 10, "most cells of a sequence should not fail")
    }
}
