import Testing

/// Small programs by the chapters of the language's reference, at least five for most: `~~~~` separates
/// cells, and `§` stands for a suffix that keeps the names of programs apart.
@Suite struct ChapterProgramTests {
    /// All programs, by file.
    static let corpora = [basics, types, concurrency, notebooks, grammar, isolation]

    /// Returns the cells of a program.
    private static func cells(of program: String, number: Int) -> [String] {
        cells(of: program, suffix: "_\(number)_")
    }

    /// Returns the cells of a program whose names have a suffix.
    static func cells(of program: String, suffix: String) -> [String] {
        program.replacing("§", with: suffix).split(separator: "~~~~\n").map(String.init)
    }

    /// Returns what each program prints where all are one file.
    private static func outputsInOneFile(_ programs: [String]) async throws -> [String] {
        let parts = programs.enumerated().map { number, program in
            "print(\"<program>\")\n" + cells(of: program, number: number).joined(separator: "\n")
        }
        let whole = try await WholeProgram.run(parts.joined(separator: "\n"))
        return whole.components(after: "<program>\n")
    }

    /// Runs the cells of a program, and returns what they print and how one fails.
    private static func output(
        of program: String, number: Int, in session: TestSession
    ) async -> String {
        var text = ""
        for (index, cell) in cells(of: program, number: number).enumerated() {
            let record = await session.run(cell, identity: "\(number)-\(index)")
            text += record.output + record.story
        }
        return text
    }

    @Test(.timeLimit(.minutes(10)), arguments: corpora)
    func behaveInCellsAsInOneFile(programs: [String]) async throws {
        async let expected = Self.outputsInOneFile(programs)
        let session = try TestSession()
        var outputs: [String] = []
        for (number, program) in programs.enumerated() {
            outputs.append(await Self.output(of: program, number: number, in: session))
        }
        await session.end()
        let whole = try await expected
        try #require(whole.count == programs.count, "\(whole)")
        for (number, program) in programs.enumerated() {
            #expect(outputs[number] == whole[number], "\(program)")
        }
    }
}

extension String {
    /// The parts of the text, each after a mark.
    fileprivate func components(after mark: String) -> [String] {
        split(separator: mark, omittingEmptySubsequences: false).dropFirst().map(String.init)
    }
}
