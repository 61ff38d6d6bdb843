import CellEngine
import Evaluation
import Processes
import Testing

/// Tests of cells that are run again and redeclared at random: once all users that a note has named
/// have been run again, the session equals the program of the last declarations.
@Suite struct RedeclaredProgramTests {
    /// The number of programs, and the first seed; `make programs` tries more.
    private static let count = number("UNROLL_REDECLARED_PROGRAMS") ?? 8
    private static let firstSeed = number("UNROLL_REDECLARED_SEED") ?? 1

    /// The number of programs per session.
    private static let programsPerSession = 4

    /// Returns a number from the environment.
    private static func number(_ name: String) -> Int? {
        ProcessEnvironment.variables[name].flatMap { Int($0) }
    }

    /// A session, and the declarations of which it should consist.
    private struct Play {
        var program: RedeclaredProgram
        let seed: Int
        let session: TestSession
        /// The cell that holds each slot, and the slots that each cell had when it last ran.
        var homes: [Int: String] = [:]
        var cells: [String: ClosedRange<Int>] = [:]
        /// The number of cells.
        var count = 0
        /// What has been run.
        var story: [String] = []

        init(seed: Int, session: TestSession) {
            program = RedeclaredProgram(seed: UInt64(seed), families: 3)
            self.seed = seed
            self.session = session
        }

        /// Returns the identity of another cell.
        mutating func newIdentity() -> String {
            count += 1
            return "\(seed)-\(count)"
        }

        /// Runs a cell with some slots, and returns the notes and the slots that it no longer has.
        mutating func run(
            _ slots: ClosedRange<Int>, identity: String
        ) async -> (notes: String, lost: Set<Int>) {
            let code = slots.map(program.code).joined(separator: "\n")
            story.append("// cell \(identity)\n" + code)
            let record = await session.run(code, identity: identity)
            #expect(record.failure == nil, "\(described): \(record.story)")
            let lost = homes.filter { $0.value == identity && !slots.contains($0.key) }.keys
            for slot in lost { homes[slot] = nil }
            for slot in slots { homes[slot] = identity }
            cells[identity] = slots
            return (record.errors, Set(lost))
        }

        /// The cells run so far.
        var described: String { "seed \(seed)\n" + story.joined(separator: "\n") }

        /// Runs all slots for the first time.
        mutating func start() async {
            var index = 0
            while index < program.indices.upperBound {
                let last = min(index + program.number(0...1), program.indices.upperBound - 1)
                let identity = newIdentity()
                _ = await run(index...last, identity: identity)
                index = last + 1
            }
        }

        /// Changes one or two slots, in their cell or in another, and runs all users again.
        mutating func step() async {
            let first = program.number(0...(program.indices.upperBound - 1))
            let last = min(first + program.number(0...3) / 3, program.indices.upperBound - 1)
            for slot in first...last { program.change(slot) }
            var identity = homes[first] ?? newIdentity()
            // What the cell drops is declared in other cells afterwards, so nothing may use it yet.
            let drops = homes.contains { $0.value == identity && $0.key < first }
            if drops || program.number(0...2) == 0 { identity = newIdentity() }
            let earlierCells = homes
            let (notes, lost) = await run(first...last, identity: identity)
            let inOther = (first...last).filter { earlierCells[$0] != identity }
            for slot in first...last {
                for user in program.titlesOfUsers(of: slot) where !(first...last ~= user.index) {
                    let isDropped = homes[user.index] == nil
                    let isInSameCell = inOther.isEmpty && earlierCells[user.index] == identity
                    guard !isDropped, !isInSameCell else { continue }
                    #expect(notes.contains("'\(user.title)' (cell "), "\(described)\n--- \(notes)")
                }
            }
            await runUsers(of: Set(first...last).union(lost), lost: lost, after: last)
        }

        /// Runs everything again that uses changed slots, and what has lost its cell.
        private mutating func runUsers(
            of changed: Set<Int>, lost: Set<Int>, after last: Int
        ) async {
            var changed = changed
            var fresh: Set<Int> = []
            for index in program.indices where index > last {
                guard !fresh.contains(index) else { continue }
                guard lost.contains(index) || program.uses(index, anyOf: changed) else { continue }
                var slots = index...index
                var identity = newIdentity()
                if let home = homes[index], let whole = cells[home], whole.lowerBound > last,
                    whole.allSatisfy({ homes[$0] == home })
                {
                    (slots, identity) = (whole, home)
                }
                _ = await run(slots, identity: identity)
                changed.formUnion(slots)
                fresh.formUnion(slots)
            }
        }
    }

    @Test(
        .timeLimit(.minutes(30)),
        arguments: 0..<(count + programsPerSession - 1) / programsPerSession)
    func areTheProgramOfTheLastDeclarations(group: Int) async throws {
        let session = try TestSession()
        for index in 0..<Self.programsPerSession {
            let seed = Self.firstSeed + group * Self.programsPerSession + index
            var play = Play(seed: seed, session: session)
            await play.start()
            for _ in 0..<5 { await play.step() }
            let program = play.program.indices.map(play.program.code) + [play.program.print]
            let whole = try await WholeProgram.run(program.joined(separator: "\n"))
            #expect(!whole.contains("error:"), "seed \(seed) is no program: \(whole)")
            let record = await session.run(play.program.print)
            #expect(
                record.output.values == whole.values && !record.output.isEmpty,
                "\(play.described)\n\(play.program.print)\n--- \(record.story)")
        }
        await session.end()
    }
}

extension String {
    /// What the last cell has printed.
    fileprivate var values: Substring {
        firstRange(of: "<values>").map { self[$0.lowerBound...] } ?? self[...]
    }
}
