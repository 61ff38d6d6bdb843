import CellEngine
import Evaluation
import Testing

/// Tests of cells that are run again and redeclared at random: once all users that a note has named
/// have been run again, the session equals the program of the last declarations.
@Suite struct RedeclaredProgramTests {
    /// A declaration of a cell, which can be redeclared in other ways.
    fileprivate struct Slot {
        /// What kind of declaration it is.
        let kind: Kind
        /// The name.
        let name: String
        /// The indices of the slots that it uses.
        var uses: [Int] = []
        /// The number of the current version.
        var version = 0
        /// The identity of the cell that declares it.
        var identity: String
    }

    /// The kinds of declarations.
    fileprivate enum Kind: CaseIterable {
        case variable, function, structure, member, `operator`
    }

    /// A session, and the declarations of which it should consist.
    private struct Play {
        var slots: [Slot] = []
        var generator: ProgramGenerator
        let session: TestSession

        /// Creates slots, each of which may use earlier ones.
        init(seed: UInt64, session: TestSession) {
            generator = ProgramGenerator(seed: seed, suffix: "_\(seed)_")
            self.session = session
            let symbols = ["<+>", "|>", "%%", "<->", "~~>", "^^^"]
            for index in 0..<6 {
                let kind = Kind.allCases[Int.random(in: 0..<5, using: &generator)]
                let name = kind == .operator ? symbols[index] : generator.name("slot")
                slots.append(Slot(kind: kind, name: name, identity: "\(seed)-\(index)"))
                change(index)
            }
        }

        /// Gives a slot another version, which may use other slots and have another type.
        mutating func change(_ index: Int) {
            slots[index].version = generator.number(10...99)
            slots[index].uses = (0..<index).filter { _ in generator.chance(3) }
        }

        /// Returns an expression with a slot's value.
        func use(of index: Int) -> String {
            let name = slots[index].name
            return switch slots[index].kind {
            case .variable: name
            case .function: "\(name)()"
            case .structure: "\(name)().text()"
            case .member: "1.\(name)"
            case .operator: "(1 \(name) 2)"
            }
        }

        /// Returns the declaration of a slot.
        func code(of index: Int) -> String {
            let slot = slots[index]
            let parts = slot.uses.map { "\\(\(use(of: $0)))" } + ["\(slot.version)"]
            let text = "\"[" + parts.joined(separator: " ") + "]\""
            return switch slot.kind {
            case .variable:
                slot.version.isMultiple(of: 2)
                    ? "let \(slot.name) = \(text)" : "var \(slot.name) = [\(text)]"
            case .function: "func \(slot.name)() -> String { \(text) }"
            case .structure: "struct \(slot.name) { func text() -> String { \(text) } }"
            case .member: "extension Int { var \(slot.name): String { \(text) } }"
            case .operator:
                "infix operator \(slot.name)\nfunc \(slot.name) (a: Int, b: Int) -> String { \(text) }"
            }
        }

        /// Runs the cell of a slot, and returns the notes.
        func run(_ index: Int) async -> String {
            let record = await session.run(code(of: index), identity: slots[index].identity)
            #expect(record.failure == nil, "\(code(of: index)): \(record.story)")
            return record.errors
        }

        /// Changes a slot, and runs it and all that use it directly or indirectly.
        mutating func step() async {
            let index = Int.random(in: 0..<slots.count, using: &generator)
            let users = slots.indices.filter { $0 > index && slots[$0].uses.contains(index) }
            change(index)
            if generator.chance(3) { slots[index].identity += "'" }
            let said = await run(index)
            for user in users where slots[index].tellsUsers && slots[user].isToldOf {
                #expect(
                    said.contains("'\(slots[user].name)' (cell "), "\(code(of: index)): \(said)")
            }
            var changed: Set = [index]
            for user in slots.indices where user > index {
                guard !changed.isDisjoint(with: slots[user].uses) else { continue }
                changed.insert(user)
                _ = await run(user)
            }
        }
    }

    @Test(.timeLimit(.minutes(10)), arguments: 1...4)
    func areTheProgramOfTheLastDeclarations(group: Int) async throws {
        let session = try TestSession()
        for seed in 0..<3 {
            var play = Play(seed: UInt64(group * 100 + seed), session: session)
            for index in play.slots.indices { _ = await play.run(index) }
            for _ in 0..<5 { await play.step() }
            let print = "print(" + play.slots.indices.map(play.use).joined(separator: ", ") + ")"
            let program = play.slots.indices.map(play.code) + [print]
            let whole = try await WholeProgram.run(program.joined(separator: "\n"))
            #expect(!whole.contains("error:"), "\(program): \(whole)")
            #expect(await session.run(print).output == whole, "\(program.joined(separator: "\n"))")
        }
        await session.end()
    }
}

extension RedeclaredProgramTests.Slot {
    /// Indicates whether its users are reported when it is redeclared.
    fileprivate var tellsUsers: Bool { kind != .member && kind != .operator }

    /// Indicates whether it is reported as a user: a variable already has its value.
    fileprivate var isToldOf: Bool { kind == .function || kind == .structure }
}
