import Evaluation
import Testing

@testable import CellEngine

/// Tests of interrupted cells: in code, asleep, in a system call, in the compiler.
@Suite struct InterruptTests {
    /// A cell that is interrupted after it has printed that it begins.
    struct Interrupted: Sendable, CustomTestStringConvertible {
        let code: String
        var keeps = false
        var testDescription: String { code }
    }

    private static let cells: [Interrupted] = [
        Interrupted(code: "kept = 2\nprint(\"begun\")\nwhile true {}"),
        Interrupted(code: "kept = 2\nprint(\"begun\"); sleep(60)"),
        Interrupted(code: "kept = 2\nprint(\"begun\"); kill(getpid(), SIGSTOP)"),
        Interrupted(
            code: "kept = 2\nprint(\"begun\")\ntry await Task.sleep(for: .seconds(60))"),
        Interrupted(
            code:
                "kept += 1\nprint(\"begun\")\nvar rounds = 0\nwhile !Task.isCancelled { rounds += 1 }",
            keeps: true),
        Interrupted(
            code: """
                kept += 1
                func spin() async { while !Task.isCancelled {} }
                print("begun")
                await spin()
                """, keeps: true),
        Interrupted(
            code: """
                kept += 1
                let sleeper = Task { try await Task.sleep(for: .seconds(60)) }
                print("begun")
                do { try await sleeper.value } catch is CancellationError { print("noticed") }
                """, keeps: true),
        Interrupted(
            code: """
                kept += 1
                let group = await withTaskGroup(of: Int.self) { group in
                    for i in 0..<3 {
                        group.addTask { try? await Task.sleep(for: .seconds(60)); return i }
                    }
                    print("begun")
                    return await group.reduce(0, +)
                }
                """, keeps: true),
        Interrupted(
            code: """
                kept += 1
                print("begun")
                for step in 0..<1_000_000 where isInterrupted { print("left at \\(step > -1)"); break }
                while !isInterrupted {}
                """, keeps: true),
        // Here the interrupt arrives before the cell has waited for anything, or a task of it has
        // begun.
        Interrupted(
            code: """
                kept += 1
                print("begun")
                awaitSignal()
                try? await Task.sleep(for: .seconds(60))
                """, keeps: true),
        Interrupted(
            code: """
                kept += 1
                print("begun")
                awaitSignal()
                let late = Task { try await Task.sleep(for: .seconds(60)) }
                do { try await late.value } catch is CancellationError { print("noticed") }
                """, keeps: true),
    ]

    /// The declarations for the cells: a variable, and a function that returns when an interrupt is
    /// pending.
    private static let start = """
        import Glibc
        var kept = 1
        func awaitSignal() {
            var pending = sigset_t()
            repeat { sigpending(&pending) } while sigismember(&pending, SIGINT) == 0
        }
        """

    /// Cells that check for interrupts have much time here, so that a busy machine makes no
    /// difference.
    @Test(arguments: [false, true])
    func endsSoonAndKeepsWhatAKnowingCellMade(keeps: Bool) async throws {
        let session = try TestSession { if keeps { $0.interruptGrace = .seconds(30) } }
        let start = await session.run(Self.start)
        try #require(start.failure == nil, "\(start.story)")
        var expected = 1
        for cell in Self.cells where cell.keeps == keeps {
            let record = await session.run(cell.code, interruptingAt: "begun")
            #expect(record.failure?.name == "Interrupted", "\(cell.code): \(record.story)")
            let message =
                cell.keeps
                ? "the cell ended early; what it made until then is kept"
                : "the cell was ended; everything is as it was before it"
            #expect(record.failure?.message == message, "\(cell.code)")
            if let begun = record.times.first {
                #expect(begun.duration(to: .now) < .seconds(20), "\(cell.code)")
            }
            if cell.keeps { expected += 1 }
            #expect(await session.run("kept").result == "\(expected)", "\(cell.code)")
            #expect(await session.run("Task.isCancelled").result == "false", "\(cell.code)")
        }
        await session.end()
    }

    /// Expressions that occupy the type checker for a long time: it gives up each of them only
    /// after some seconds.
    private static let endless = (0..<100).map { "let endless\($0)" + expression }
        .joined(separator: "\n")

    /// One of these expressions.
    private static let expression =
        " = [1, 2.5, 3].map { -$0 + 2 * $0 - 1 / $0 + (($0 * 3) - 2 + $0) * (-1 + $0) }"
        + ".reduce(0) { $0 + -$1 * 2 - $1 / 2 + 3 * -$1 }.rounded() + [1, 2, 3].map { "
        + "Double($0) + 2 * -Double($0) }.reduce(0, +) * (1 + 2.0 * 3 - 4 / 5.0) as Any == nil "
        + "? 1 + 2 * 3.0 - 4 : -[1, 2.5].reduce(0) { $0 + -$1 }"

    @Test func givesUpACompilationAndCompletesAtOnceAfterwards() async throws {
        let session = try TestSession()
        await session.run("var remembered = 1")
        let cell = await session.begin(Self.endless)
        // Only time shows that a compilation takes long.
        try await Task.sleep(for: .seconds(3))
        await session.evaluator.interrupt()
        let record = await cell.value
        #expect(record.failure?.name == "Interrupted", "\(record.story)")
        let candidates = await session.evaluator.completions(in: "remembered", at: 10).candidates
        #expect(candidates.first?.text == "remembered")
        #expect(await session.run("remembered").result == "1")
        await session.end()
    }

    /// The cell is still being analyzed when the interrupt arrives, and has not reached the
    /// compiler.
    @Test func doesNotBeginToCompileWhatIsInterruptedBefore() async throws {
        let session = try TestSession()
        await session.run("var remembered = 1")
        let cell = await session.begin(Self.endless)
        await session.evaluator.interrupt()
        let record = await cell.value
        #expect(record.failure?.name == "Interrupted", "\(record.story)")
        #expect(await session.run("remembered + 1").result == "2")
        await session.end()
    }

    /// An observer that receives an interrupt while a cell waits for a line, and answers
    /// nevertheless.
    private final class SlowTypist: EvaluationObserver {
        let evaluator: SwiftEvaluator
        init(_ evaluator: SwiftEvaluator) { self.evaluator = evaluator }
        func observe(_ event: EvaluationEvent) {}
        func line(at prompt: InputPrompt) async -> String? {
            await evaluator.interrupt()
            return nil
        }
    }

    @Test(.timeLimit(.minutes(1)))
    func rollsBackACellThatIsInterruptedAtAPrompt() async throws {
        let session = try TestSession { $0.interruptGrace = .seconds(30) }
        await session.run("var kept = 1")
        let cell = Cell(
            code: "kept = 2\nlet typed = input(\"?\")\nkept = 3", number: 70, allowsInput: true)
        let outcome = await session.evaluator.evaluate(
            cell, observer: SlowTypist(session.evaluator))
        guard case .failed(let failure) = outcome else { throw CancellationError() }
        #expect(failure.name == "Interrupted")
        #expect(failure.message == "the cell was ended; everything is as it was before it")
        #expect(await session.run("kept").result == "1")
        await session.end()
    }

    @Test(arguments: [
        ("print(\"begun\")\nwhile true {}", "cell 1, line 2"),
        (
            "var n = 0\nfunc spin() {\n    while true { n &+= 1 }\n}\nprint(\"begun\")\nspin()",
            "line 3"
        ),
        ("import Glibc\nprint(\"begun\")\n\nsleep(60)", "cell 1, line 4"),
        (
            "print(\"begun\")\nlet numbers = (0...).lazy.map { $0 % 2 }\nnumbers.contains(3)",
            "cell 1"
        ),
    ]) func anInterruptedCellSaysWhereItWas(code: String, place: String) async throws {
        let session = try TestSession()
        let record = await session.run(code, interruptingAt: "begun")
        #expect(record.failure?.name == "Interrupted")
        #expect(record.story.contains(place), "\(record.story)")
        await session.end()
    }

    @Test func returnsFromACellWhenTheEvaluatorEnds() async throws {
        let session = try TestSession()
        let cell = await session.run("print(\"begun\")\nwhile true {}", endingAt: "begun")
        #expect(cell.failure != nil)
    }
}

extension TestSession {
    /// Starts a cell, and returns as soon as the evaluator has begun with it.
    fileprivate func begin(_ code: String) async -> Task<CellRecord, Never> {
        let cell = Task { await run(code) }
        while await evaluator.lookahead.current == nil { await Task.yield() }
        return cell
    }
}
