import CellEngine
import Evaluation
import Files
import Glibc
import Processes
import Testing

/// Tests of cells that are compiled while another one runs.
@Suite struct LookaheadTests {
    /// Returns cells with the numbers that a kernel assigns.
    private func cells(_ codes: [String]) -> [Cell] {
        codes.enumerated().map { Cell(code: $1, identity: "id\($0)", number: $0 + 1) }
    }

    /// Runs cells one after the other, like a kernel that receives all of them at once.
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

    /// Returns a cell that runs until a file exists.
    private static func busy(until path: String) -> String {
        "import Glibc\nwhile access(\"\(path)\", F_OK) != 0 { usleep(1000) }"
    }

    /// Creates a file as soon as a number of modules have been compiled.
    private func make(
        _ path: String, whenCompiled count: Int, in session: TestSession
    ) -> Task<Void, Never> {
        Task {
            while await session.evaluator.cacheUsage.misses < count { await Task.yield() }
            close(creat(path, 0o600))
        }
    }

    @Test func cellsAreCompiledWhileAnotherRuns() async throws {
        let (session, folder) = (try TestSession(), try TemporaryFolder(prefix: "ahead-"))
        let sign = "\(folder.path)/sign"
        let cells = cells([
            Self.busy(until: sign), "let a = 1", "func f() -> Int { a + 1 }", "f()",
        ])
        let maker = make(sign, whenCompiled: 4, in: session)
        let (results, compiled) = await run(cells, in: session)
        await maker.value
        #expect(results == [nil, nil, nil, "2"])
        #expect(compiled == [4, 4, 4, 4])
        await session.end()
    }

    @Test func whatWasCompiledBehindAFailureIsNeverUsed() async throws {
        let (session, folder) = (try TestSession(), try TemporaryFolder(prefix: "ahead-"))
        let sign = "\(folder.path)/sign"
        await session.run("var a = 1")
        let failing = Self.busy(until: sign) + "\nvar a = \"new\"\nlet list = [0]\nlist[a.count]"
        let queued = cells([failing, "a"])
        let maker = make(sign, whenCompiled: 3, in: session)
        await session.evaluator.expect([queued[1]])
        #expect(await session.run(queued[0]).failure?.name == "IndexOutOfRange")
        await maker.value
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
        let (session, folder) = (try TestSession(), try TemporaryFolder(prefix: "ahead-"))
        let sign = "\(folder.path)/sign"
        let maker = make(sign, whenCompiled: 10, in: session)
        let codes = [
            Self.busy(until: sign), "let a = 1", "a", "let a = \"two\"", "a",
            "func g() -> Int { 3 }",
            "func g() -> String { \"four\" }", "g()", "let a = a + \"!\"", "a",
        ]
        let (results, _) = await run(cells(codes), in: session)
        await maker.value
        #expect(results == [nil, nil, "1", nil, "two", nil, nil, "four", nil, "two!"])
        await session.end()
    }
}
