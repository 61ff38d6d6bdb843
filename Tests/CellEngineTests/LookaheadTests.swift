import CellEngine
import Evaluation
import Testing

/// Cells that are compiled while another one runs.
@Suite struct LookaheadTests {
    /// Cells as a kernel numbers them.
    private func cells(_ codes: [String]) -> [Cell] {
        codes.enumerated().map { Cell(code: $1, identity: "id\($0)", number: $0 + 1) }
    }

    /// Runs cells one after the other as a kernel does that hears of all of them at once.
    private func run(
        _ cells: [Cell], in session: TestSession
    ) async -> (results: [String?], compiledBefore: [Int]) {
        var results: [String?] = []
        var compiled: [Int] = []
        for (index, cell) in cells.enumerated() {
            await session.evaluator.expect(Array(cells[(index + 1)...]))
            let record = await session.run(cell)
            results.append(record.result ?? record.failure?.name)
            compiled.append(await session.evaluator.cacheUsage.misses)
        }
        return (results, compiled)
    }

    /// Computes for so long that other cells can be compiled meanwhile, and ends by itself as soon as
    /// they are.
    private static func busy(_ name: String) -> String {
        "let \(name) = ContinuousClock.now + .seconds(2)\nwhile ContinuousClock.now < \(name) {}"
    }

    @Test func cellsAreCompiledWhileAnotherRuns() async throws {
        let session = try TestSession()
        let cells = cells([Self.busy("t"), "let a = 1", "func f() -> Int { a + 1 }", "f()"])
        let (results, compiled) = await run(cells, in: session)
        #expect(results == [nil, nil, nil, "2"])
        #expect(compiled == [4, 4, 4, 4])
        await session.end()
    }

    @Test func whatWasCompiledBehindAFailureIsNeverUsed() async throws {
        let session = try TestSession()
        await session.run("var a = 1")
        let failing = "var a = \"new\"\n" + Self.busy("t") + "\nlet list = [0]\nlist[a.count]"
        let queued = cells([failing, "a"])
        await session.evaluator.expect([queued[1]])
        #expect(await session.run(queued[0]).failure?.name == "IndexOutOfRange")
        #expect(await session.run(queued[1]).result == "1")
        await session.end()
    }

    @Test func cellThatWasNotExpectedIsRunAllTheSame() async throws {
        let session = try TestSession()
        let queued = cells(["let a = 1", "a + 1", "a + 2"])
        await session.evaluator.expect(Array(queued[1...]))
        await session.run(queued[0])
        #expect(await session.run(queued[2]).result == "3")
        #expect(await session.run(queued[1]).result == "2")
        await session.end()
    }

    @Test func cellsAreCompiledOnlyWhenAskedForWhereThatIsWanted() async throws {
        let session = try TestSession { $0.compilesAhead = false }
        let (results, compiled) = await run(cells(["let a = 1", "a + 1", "a + 2"]), in: session)
        #expect(results == [nil, "2", "3"])
        #expect(compiled == [1, 2, 3])
        await session.end()
    }

    @Test func redefinitionsAheadAreSeenInOrder() async throws {
        let session = try TestSession()
        let codes = [
            Self.busy("t"), "let a = 1", "a", "let a = \"two\"", "a", "func g() -> Int { 3 }",
            "func g() -> String { \"four\" }", "g()", "let a = a + \"!\"", "a",
        ]
        let (results, _) = await run(cells(codes), in: session)
        #expect(results == [nil, nil, "1", nil, "two", nil, nil, "four", nil, "two!"])
        await session.end()
    }
}
