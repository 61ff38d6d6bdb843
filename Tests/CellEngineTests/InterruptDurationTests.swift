import Evaluation
import TestSupport
import Testing

@testable import CellEngine

/// Tests of the time from an interrupt to the end of the cell, for cells of many kinds in random
/// order.
///
/// `make faults` interrupts so many that the 99th percentile can be compared with the limit.
@Suite struct InterruptDurationTests {
    /// The limit of the 99th percentile.
    private static let limit: Duration = .seconds(1)

    /// The number of interrupts from which there is a 99th percentile.
    private static let enough = 100

    /// The limit of every interrupt on a machine that has other work.
    private static let patience: Duration = .seconds(20)

    /// Cells that do not come to an end; what they change is undone by the interrupt.
    private static let cells = [
        "while true {}", "while true { kept = [Int](repeating: 1, count: 1 << 16) }",
        "while true { print(\"x\") }", "while true { fputs(\"x\\n\", stderr) }",
        "var line = String(repeating: \"x\", count: 1 << 20); while true { print(line) }",
        "while true { display(1) }",
        "var page = String(repeating: \"x\", count: 1 << 20); while true { display(page) }",
        "var shown = display(1); while true { shown.update(2) }",
        "sleep(600)", "try await Task.sleep(for: .seconds(600))",
        "func deaf() async { while true { try? await Task.sleep(for: .milliseconds(1)) } }; await deaf()",
        "DispatchSemaphore(value: 0).wait()", "system(\"sleep 600\")",
        "system(\"trap '' INT TERM; sleep 600\")", "system(\"yes\")", "system(\"yes >&2\")",
        "system(\"for n in 1 2 3 4 5 6 7 8; do yes & done; wait\")",
        "let p = Process(); p.executableURL = URL(fileURLWithPath: \"/usr/bin/yes\"); try p.run(); p.waitUntilExit()",
        "for _ in 0..<100 { system(\"sleep 600 &\") }; while true {}",
        "while true { system(\"true\") }",
        "signal(SIGINT, SIG_IGN); signal(SIGABRT, SIG_IGN); while true {}",
        "var all = sigset_t(); sigfillset(&all); sigprocmask(SIG_BLOCK, &all, nil); while true {}",
        "kill(getpid(), SIGSTOP)", "kill(getppid(), SIGSTOP); while true {}",
        "for _ in 0..<64 { Thread { while true {} }.start() }; sleep(600)",
        "while true { Thread {}.start() }",
        "DispatchQueue.concurrentPerform(iterations: 64) { _ in while true {} }",
        "while true { DispatchQueue.global().async { usleep(10) }; usleep(1) }",
        "func down(_ n: Int) -> Int { if n == 0 { while true {} }; return down(n - 1) + 1 }; down(10_000)",
        "var big = [UInt8](repeating: 1, count: 1 << 30); while true { for i in stride(from: 0, to: big.count, by: 4096) { big[i] &+= 1 } }",
        "let lock = NSLock(); lock.lock(); lock.lock()", "while !isInterrupted {}",
    ]

    /// Cells that are interrupted while they are analyzed or compiled.
    private static let slowToCompile = [
        (0..<20_000).map { "let a\($0) = [\($0)].map { $0 + 1 }" }.joined(separator: "\n"),
        "let line = \"x\"\nwhile true { print(line) }",
        (0..<300).map { "struct S\($0): Codable, Hashable { var a = \($0); var b: [String] = [] }" }
            .joined(separator: "\n"),
    ]

    @Test(.timeLimit(.minutes(60)))
    func interruptsAreShort() async throws {
        var durations: [Duration] = []
        for seed in CampaignSeeds.list(1) {
            var numbers = SeededGenerator(seed: seed)
            let session = try TestSession()
            await session.run("import Foundation\nimport Dispatch\nvar kept = [1, 2, 3]")
            for code in Self.cells.shuffled(using: &numbers).prefix(10) {
                let (duration, record) = await interrupt("print(\"begun\")\n\(code)", in: session)
                #expect(duration < Self.patience, "\(code)")
                #expect(record.failure?.name == "Interrupted", "\(code): \(record.story)")
                let kept = await session.run("kept")
                #expect(kept.result == "[1, 2, 3]", "seed \(seed), \(code): \(kept.story)")
                durations.append(duration)
            }
            if let code = Self.slowToCompile.randomElement(using: &numbers) {
                let duration = await interruptBeforeItRuns(code, in: session)
                #expect(duration < Self.patience, "\(code.prefix(100))")
                durations.append(duration)
            }
            await session.end()
        }
        durations.sort()
        let most = durations[durations.count * 99 / 100]
        if durations.count >= Self.enough { #expect(most <= Self.limit, "\(durations.suffix(10))") }
    }

    /// Interrupts a cell when it has printed; returns the time to its end.
    private func interrupt(
        _ code: String, in session: TestSession
    ) async -> (Duration, CellRecord) {
        let record = await session.run(code, interruptingAt: "begun")
        let end = ContinuousClock.now
        let begun = zip(record.events, record.times).first { event, _ in
            if case .text(let text, _) = event { text.contains("begun") } else { false }
        }
        return ((begun?.1 ?? end).duration(to: end), record)
    }

    /// Interrupts a cell while the compiler is at work; returns the time to its end.
    private func interruptBeforeItRuns(_ code: String, in session: TestSession) async -> Duration {
        let cell = Task { await session.run(code) }
        while await !session.evaluator.compiler.isAtWorkForCell { await Task.yield() }
        let begun = ContinuousClock.now
        await session.evaluator.interrupt()
        let record = await cell.value
        #expect(record.failure?.name == "Interrupted", "\(record.story.prefix(1000))")
        return begun.duration(to: .now)
    }
}
