import Evaluation
import Glibc
import Processes
import Testing

@testable import CellEngine

/// Tests that every wait ends: for cells whose processes are gone or stopped, for a compiler that
/// is gone or stopped, for endless output.
@Suite struct DeadlineTests {
    /// The time limit on a busy machine; a wait without an end would last forever.
    private static let patience: Duration = .seconds(90)

    /// Cells that kill more than themselves.
    private static let killers = [
        "import Glibc\nkill(0, SIGKILL)\nsleep(60)",
        "import Foundation\nprint(\"begun\")\n_ = system(\"bash -c 'trap \\\"kill -9 0\\\" EXIT; true'\")\nsleep(60)",
        "import Glibc\nfor number: Int32 in 3..<2000 { close(number) }",
        "import Glibc\nfor number: Int32 in 3..<2000 { close(number) }\nprint(1)",
        "import Glibc\nfor number: Int32 in 3..<2000 { close(number) }\nsleep(600)",
        "import Glibc\nkill(getppid(), SIGKILL)\nsleep(60)",
        "import Glibc\nkill(getppid(), SIGKILL)\nkill(getpid(), SIGKILL)\nsleep(60)",
    ]

    @Test(.timeLimit(.minutes(3)), arguments: killers)
    func endsACellThatTakesAllProcessesWithIt(cell: String) async throws {
        let session = try TestSession()
        await session.run("var kept = 1")
        for _ in 0..<2 {
            let begun = ContinuousClock.now
            let record = await session.run(cell)
            #expect(record.failure != nil)
            #expect(begun.duration(to: .now) < Self.patience)
            #expect(await session.run("let next = 7\nnext").result == "7", "\(record.story)")
        }
        await session.end()
    }

    @Test(.timeLimit(.minutes(3)))
    func endsACellWhoseProgramWritesWithoutEnd() async throws {
        let session = try TestSession()
        let cell =
            "import Foundation\nlet p = Process()\np.executableURL = URL(fileURLWithPath: \"/usr/bin/yes\")\ntry p.run()\nprint(\"begun\")\np.waitUntilExit()"
        let begun = ContinuousClock.now
        let record = await session.run(cell, interruptingAt: "begun")
        #expect(record.failure?.name == "Interrupted", "\(record.story)")
        #expect(begun.duration(to: .now) < Self.patience)
        #expect(await session.run("1 + 1").result == "2")
        await session.end()
    }

    // MARK: Stopped processes

    @Test(.timeLimit(.minutes(3)))
    func wakesASessionThatIsStopped() async throws {
        let session = try TestSession { $0.waitLimits = [.copy: .milliseconds(500)] }
        let process = await session.run("import Glibc\nvar kept = 5\nInt(getpid())").result
        kill(try #require(process.flatMap { Int32($0) }), SIGSTOP)
        #expect(await session.run("kept").result == "5")
        await session.end()
    }

    @Test(.timeLimit(.minutes(3)))
    func interruptsACellWhoseSessionIsStopped() async throws {
        let session = try TestSession()
        let process = await session.run("import Glibc\nvar kept = 5\nInt(getpid())").result
        kill(try #require(process.flatMap { Int32($0) }), SIGSTOP)
        let cell = Task { await session.run("sleep(60)") }
        while await !session.evaluator.chain.isRunning { await Task.yield() }
        await session.evaluator.interrupt()
        #expect(await cell.value.failure?.name == "Interrupted")
        #expect(await session.run("kept").result == "5")
        await session.end()
    }

    @Test(.timeLimit(.minutes(3)), arguments: [false, true])
    func endsTheWaitForACompilerThatIsStopped(byInterrupt: Bool) async throws {
        let session = try TestSession {
            if !byInterrupt { $0.waitLimits = [.analysis: .seconds(8)] }
        }
        await session.run("var kept = 5")
        kill(try #require(await session.evaluator.compiler.processIdentifier), SIGSTOP)
        let cell = Task { await session.run("kept + 1") }
        while await session.evaluator.lookahead.current == nil { await Task.yield() }
        if byInterrupt {
            while await !session.evaluator.compiler.isAtWorkForCell { await Task.yield() }
            await session.evaluator.interrupt()
        }
        let record = await cell.value
        #expect(record.failure?.name == (byInterrupt ? "Interrupted" : "EngineFailure"))
        #expect(await session.run("kept + 1").result == "6", "\(record.story)")
        await session.end()
    }

    // MARK: The compiler's end

    @Test(.timeLimit(.minutes(3)))
    func asksAgainWhereTheCompilerHasEnded() async throws {
        let session = try TestSession()
        await session.run("var kept = 5")
        for round in 1...5 {
            try await session.evaluator.compiler.start()
            let compiler = try #require(await session.evaluator.compiler.processIdentifier)
            // Just before a cell, and while it is compiled.
            if round.isMultiple(of: 2) { kill(compiler, SIGKILL) }
            let cell = Task { await session.run("kept += 1; kept * \(round) / \(round)") }
            if !round.isMultiple(of: 2) {
                while await !session.evaluator.compiler.isAtWorkForCell { await Task.yield() }
                kill(compiler, SIGKILL)
            }
            let record = await cell.value
            #expect(record.result == "\(5 + round)", "\(record.story)")
        }
        await session.end()
    }

    @Test(.timeLimit(.minutes(3)))
    func runsACellWithoutOptimizationThatTheOptimizerDoesNotFinish() async throws {
        let session = try TestSession { $0.waitLimits = [.optimization: .seconds(10)] }
        // The optimizer of Swift 6.3 does not come to an end with it.
        let record = await session.run(
            "let line = \"begun\"\nwhile true { print(line) }", interruptingAt: "begun")
        #expect(record.failure?.name == "Interrupted", "\(record.story)")
        #expect(
            await session.run("func double(_ n: Int) -> Int { n * 2 }\ndouble(4)").result == "8")
        await session.end()
    }

    @Test(.timeLimit(.minutes(3)))
    func saysWhatRunsWithoutOptimization() async throws {
        let session = try TestSession { $0.waitLimits = [.optimization: .milliseconds(1)] }
        await session.run("var kept = 5")
        for n in 1...3 {
            let record = await session.run("func f\(n)() -> Int { kept + \(n) }\nf\(n)()")
            #expect(record.result == "\(5 + n)", "\(record.story)")
            #expect(record.errors.contains("without optimization"), "\(record.errors)")
        }
        await session.end()
    }

    // MARK: Syntax

    @Test(.timeLimit(.minutes(3)))
    func refusesBracketsThatLieTooDeep() async throws {
        let session = try TestSession()
        for (opening, closing) in [("[", "]"), ("([", "])"), ("[[(", ")]]"), ("{", "}")] {
            for count in [40, 400, 200_000] {
                let code =
                    "let a = " + String(repeating: opening, count: count) + "1"
                    + String(repeating: closing, count: count)
                guard SourceNesting.firstExcess(in: code) != nil else { continue }
                let record = await session.run(code)
                #expect(record.failure?.message.contains("too deep") == true, "\(record.story)")
                #expect(await session.evaluator.completeness(of: code) == .unknown)
                _ = await session.evaluator.completions(in: code, at: 10 + count)
            }
        }
        #expect(await session.run("1 + 1").result == "2")
        await session.end()
    }
}
