import CellEngine
import Evaluation
import Glibc
import Testing

/// Tests of cells that run beside another one, on a copy of the state before it.
@Suite(.timeLimit(.minutes(5))) struct SubshellTests {
    /// A cell that announces itself and then runs until it is interrupted.
    private static let endless = "x = 2\nprint(\"running\")\nwhile true { usleep(1000) }"

    /// Runs work while a cell of a session runs, and interrupts the cell afterwards.
    private func during(
        _ code: String, in session: TestSession, _ work: @Sendable () async -> Void
    ) async -> CellRecord {
        let (signs, sign) = AsyncStream.makeStream(of: Void.self)
        async let cell = session.run(code, notingAt: "running") { sign.yield() }
        for await _ in signs { break }
        await work()
        await session.evaluator.interrupt()
        return await cell
    }

    /// Whatever a look does to values, declarations, files or itself, neither the running cell nor
    /// a later look notices; and each sees the state before the running cell.
    @Test(
        arguments: [
            ("x", "1"), ("x += 40; x", "41"), ("let y = x + 6; y", "7"),
            ("list.append(9); list", "[1, 9]"),
            ("struct S { var a = x }; S().a", "1"), ("fatalError(\"gone\")", "FatalError"),
            ("list[5]", "IndexOutOfRange"), ("exit(3)", "Exit"), ("nothing", "CompileError"),
            ("kill(getpid(), SIGKILL)", "Killed"),
            ("try await Task.sleep(for: .milliseconds(1)); x", "1"),
            ("%who", "CommandError"), ("readLine()", "InputRefused"),
        ])
    func looksWithoutATrace(code: String, expected: String) async throws {
        let session = try TestSession()
        #expect(await session.run("import Glibc\nvar x = 1\nvar list = [1]").isSuccess)
        let cell = await during(Self.endless, in: session) {
            let look = await session.look(code)
            #expect((look.result ?? look.failureName) == expected, "\(look.story)")
            let after = await session.look("[x] + list")
            #expect(after.result == "[1, 1]", "\(after.story)")
            #expect(after.output == "" && after.errors == "", "\(after.story)")
        }
        #expect(cell.failureName == "Interrupted" && cell.output == "running\n", "\(cell.story)")
        #expect(await session.run("[x] + list").result == "[1, 1]")
        await session.end()
    }

    @Test func keepsTheStreamsOfCellsApart() async throws {
        let session = try TestSession()
        await session.run("import Glibc\nvar x = 1")
        let printing = "x = 2\nprint(\"running\")\nwhile true { print(\"main\"); usleep(200) }"
        let cell = await during(printing, in: session) {
            for round in 0..<10 {
                let look = await session.look("for _ in 0..<100 { print(\"look \(round)\") }")
                #expect(look.output == String(repeating: "look \(round)\n", count: 100))
            }
        }
        #expect(!cell.output.contains("look"))
        await session.end()
    }

    @Test func interruptsLooksWithTheRunningCell() async throws {
        let session = try TestSession()
        await session.run("import Glibc\nvar x = 1")
        let (signs, sign) = AsyncStream.makeStream(of: Void.self)
        async let look = during(Self.endless, in: session) {
            Task {
                let look = await session.look(
                    "print(\"looking\")\nwhile true { usleep(1000) }", notingAt: "looking"
                ) {
                    sign.yield()
                }
                #expect(look.failureName == "Interrupted", "\(look.story)")
                sign.yield()
            }
            for await _ in signs { break }
        }
        _ = await look
        for await _ in signs { break }
        #expect(await session.run("x").result == "1")
        await session.end()
    }

    /// Looks follow the session: each running cell has the state of the finished ones before it.
    @Test func followsTheSession() async throws {
        let session = try TestSession()
        await session.run("import Glibc\nvar x = 1")
        for round in 1...3 {
            _ = await during(Self.endless, in: session) {
                let look = await session.look("x * 10")
                #expect(look.result == "\(round * 10)", "\(look.story)")
            }
            await session.run("x += 1")
        }
        let idle = await session.look("x * 10")
        #expect(idle.result == "40", "\(idle.story)")
        await session.end()
    }

    /// Subshells look at the same time, with other threads asleep, and leave no process behind.
    @Test func looksFromSeveralSubshellsAtOnce() async throws {
        let session = try TestSession()
        await session.run("import Glibc\nvar x = 1")
        _ = await during(Self.endless, in: session) {
            await withTaskGroup { group in
                for subshell in 0..<3 {
                    group.addTask {
                        for round in 0..<5 {
                            let look = await session.look("x + \(round)", in: "\(subshell)")
                            #expect(look.result == "\(1 + round)", "\(look.story)")
                        }
                    }
                }
            }
        }
        for subshell in 0..<3 { await session.evaluator.closeSubshell("\(subshell)") }
        await session.end()
    }
}
