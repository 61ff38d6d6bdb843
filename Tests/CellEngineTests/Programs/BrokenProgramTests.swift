import CellEngine
import Evaluation
import Testing

/// Tests of cells with a slip: all diagnostics are about the user's own text.
@Suite struct BrokenProgramTests {
    /// Texts that only Unroll writes.
    private static let ownWords = [
        "_unroll", "_showResult", "_cellDidEnd", "Cell_", "@testable", "nonisolated(unsafe)",
        "sourceLocation", "_disfavoredOverload",
    ]

    /// Texts that a slip can insert into a cell.
    private static let slips = [
        "}", "{", "(", ")", "[", "\"", ".", ",", "+", " = ", "let ", "func ", "try ", "#column",
        "/*", "/",
        "\\(", "?", "&", "@main ", "#if x\n", "private ", "\n", "'", ":", "<", "await ", "unknown",
    ]

    @Test(.timeLimit(.minutes(10)), arguments: 0..<4)
    func areToldOfInTheirOwnWords(group: Int) async throws {
        let session = try TestSession()
        var lines = Set<Substring>()
        for index in 0..<8 {
            var generator = ProgramGenerator(
                seed: UInt64(1000 + group * 8 + index), suffix: "_\(index)_")
            for cell in generator.split(generator.program(parts: 2)) {
                let broken = Self.slip(in: cell, &generator)
                for code in [broken, cell] {
                    lines.formUnion(code.split(separator: "\n", omittingEmptySubsequences: false))
                    check(await session.run(code), of: code, lines)
                }
            }
        }
        await session.end()
    }

    /// Expects that diagnostics contain nothing of Unroll's own, and only lines of a cell.
    private func check(_ record: CellRecord, of code: String, _ lines: Set<Substring>) {
        let said = record.errors + record.story
        for word in Self.ownWords {
            #expect(!said.contains(word), "\(code)\n----\n\(said)")
        }
        for line in said.split(separator: "\n") {
            guard let excerpt = line.wholeMatch(of: /\ *\d+ \| (.*)/)?.output.1 else { continue }
            let isCut = excerpt.contains("…")
            #expect(isCut || lines.contains(excerpt), "\(code)\n----\n\(said)")
        }
    }

    /// Returns code in which something is inserted, removed or doubled.
    private static func slip(in code: String, _ generator: inout ProgramGenerator) -> String {
        var characters = Array(code)
        let place = Int.random(in: 0...characters.count, using: &generator)
        switch generator.number(0...3) {
        case 0: characters.removeSubrange(place..<min(place + generator.number(1...4), code.count))
        case 1: characters = Array(characters[..<place])
        default:
            let slip = slips[Int.random(in: 0..<slips.count, using: &generator)]
            characters.insert(contentsOf: slip, at: place)
        }
        return String(characters)
    }
}
