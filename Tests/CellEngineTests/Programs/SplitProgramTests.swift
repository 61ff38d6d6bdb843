import CellEngine
import Evaluation
import Glibc
import Testing

/// Tests that random programs behave in cells as they do in one file.
@Suite struct SplitProgramTests {
    /// The number of programs, and the first seed; `make test-all` tries more.
    private static let count = number("UNROLL_SPLIT_PROGRAMS") ?? 100
    private static let firstSeed = number("UNROLL_SPLIT_SEED") ?? 1

    /// The number of programs per session.
    private static let programsPerSession = 10

    /// Returns a number from the environment.
    private static func number(_ name: String) -> Int? {
        getenv(name).flatMap { Int(String(cString: $0)) }
    }

    @Test(
        .timeLimit(.minutes(30)),
        arguments: 0..<(count + programsPerSession - 1) / programsPerSession)
    func behaveInCellsAsInOneFile(group: Int) async throws {
        let session = try TestSession()
        // A session keeps its imports, which add overloads.
        var imports: Set<Substring> = []
        for index in 0..<Self.programsPerSession {
            let seed = Self.firstSeed + group * Self.programsPerSession + index
            var generator = ProgramGenerator(seed: UInt64(seed), suffix: "_\(index)_")
            let items = generator.program(parts: 4)
            let cells = generator.split(items)
            let lines = imports.sorted().map(String.init) + items
            imports.formUnion(
                items.flatMap { $0.split(separator: "\n") }.filter { $0.hasPrefix("import ") })
            let whole = try await WholeProgram.run(lines.joined(separator: "\n"))
            #expect(!whole.contains("error:"), "seed \(seed) is no program")
            let split = await run(cells, seed: seed, in: session)
            #expect(
                whole == split.text,
                """
                seed \(seed), after \(imports.sorted())
                ---- cells
                \(cells.joined(separator: "\n~~~~\n"))
                ---- failure
                \(split.failure)
                """)
        }
        await session.end()
    }

    /// Runs cells, and returns their output up to the first failure, and the failure.
    private func run(
        _ cells: [String], seed: Int, in session: TestSession
    ) async -> (text: String, failure: String) {
        var text = ""
        for (index, cell) in cells.enumerated() {
            let record = await session.run(cell, identity: "\(seed)-\(index)")
            text += record.output
            guard record.failure == nil else {
                return (text + "cell \(index + 1) failed\n", "cell \(index + 1): \(record.story)")
            }
        }
        return (text, "none")
    }
}
