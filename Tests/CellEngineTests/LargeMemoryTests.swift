import CellEngine
import Evaluation
import Testing

/// Tests of cells that write to much memory, which the copied process shares with its origin.
@Suite struct LargeMemoryTests {
    /// Declares 256 MB, and a counter of the page faults.
    private static let declarations = """
        import Glibc
        var large = [Int](unsafeUninitializedCapacity: 1 << 25) { numbers, count in
            for i in 0..<(1 << 25) { numbers[i] = i }
            count = 1 << 25
        }
        func faults() -> Int {
            var usage = rusage()
            getrusage(RUSAGE_SELF.rawValue, &usage)
            return Int(usage.ru_minflt)
        }
        func isIntact(_ difference: Int) -> Bool {
            large.withUnsafeBufferPointer { numbers in
                for i in 0..<numbers.count where numbers[i] != i + difference { return false }
                return true
            }
        }
        func add(_ difference: Int) {
            large.withUnsafeMutableBufferPointer { numbers in
                for i in 0..<numbers.count { numbers[i] += difference }
            }
        }
        """

    @Test func copiesAheadOfACellThatWritesToAllOfIt() async throws {
        let session = try TestSession()
        let start = await session.run(Self.declarations)
        try #require(start.failure == nil, "\(start.story)")
        let record = await session.run("let before = faults()\nadd(3)\nfaults() - before")
        let pages = (1 << 25) * 8 / 4096
        #expect(try #require(Int(record.result ?? "")) < pages / 2, "\(record.story)")
        #expect(await session.run("isIntact(3)").result == "true")
        await session.end()
    }

    @Test func givesBackWhatAFailedCellHadWrittenTo() async throws {
        let session = try TestSession()
        await session.run(Self.declarations)
        await session.run("add(1)")
        let failed = await session.run("add(5)\nfatalError(\"now\")")
        #expect(failed.failure?.message == "now", "\(failed.story)")
        #expect(await session.run("isIntact(1)").result == "true")
        await session.end()
    }
}
