import Evaluation
import Glibc
import Processes
import Synchronization
import Testing

@testable import CellEngine

/// Tests of undoing cells.
@Suite struct UndoTests {
    @Test func goesBackOverValuesFunctionsTypesAndNames() async throws {
        let session = try TestSession()
        let nothing = await session.run("%undo")
        #expect(nothing.failure?.name == "CommandError")
        #expect(nothing.failure?.message == "there is nothing to undo")
        #expect(await session.run("%history").output == "there is nothing to undo\n")
        await session.run("var rate = 1; struct Pair { var a = 1 }\nfunc f() -> Int { 1 }")
        await session.run(
            "rate = 2; var added = 3\nfunc f() -> Int { 2 }\nstruct Pair { var b = 2 }")
        await session.run("rate = 3; let remembered = 1")
        #expect(
            await session.run("%history").output.split(separator: "\n").first
                == "%undo 1  →  before cell 5: rate = 3; let remembered = 1")
        let names = await session.evaluator.completions(in: "remembered", at: 10).candidates
        #expect(names.map(\.text).contains("remembered"))
        let undone = await session.run("%undo 2")
        #expect(
            undone.output.hasPrefix("went back over\n  cell 5: rate = 3"), "\(undone.output)")
        #expect(await session.run("[rate, f(), Pair().a]").result == "[1, 1, 1]")
        #expect(await session.run("added").failure?.message == "cannot find 'added' in scope")
        let gone = await session.evaluator.completions(in: "remembered", at: 10).candidates
        #expect(!gone.map(\.text).contains("remembered"))
        await session.end()
    }

    @Test func keepsAsManyStatesAsItIsToldTo() async throws {
        let session = try TestSession()
        await session.run("%set undo-count 2")
        for n in 1...5 { await session.run("var v\(n) = \(n)") }
        #expect(await session.run("%history").output.split(separator: "\n").count == 2)
        let tooMany = await session.run("%undo 4")
        #expect(
            tooMany.failure?.message.hasPrefix("only 2 of the last cells can be undone") == true)
        #expect(await session.run("%undo 2").failure == nil)
        #expect(await session.run("v3").result == "3")
        #expect(await session.run("v4").failure?.message == "cannot find 'v4' in scope")
        let wrong = await session.run("%set undo-count many")
        #expect(
            wrong.failure?.message
                == "undo-count cannot be 'many': use a number, for memory with a unit, such as 2GB")
        await session.end()
    }

    /// A busy machine may run a process that has to leave only after the next one has left.
    @Test(.timeLimit(.minutes(10))) func aStateMayLeaveBeforeAnOlderOne() async throws {
        let session = try TestSession()
        await session.run("%set undo-count 2")
        var processes: [Int32] = []
        for n in 0..<2 {
            let record = await session.run("import Glibc\nlet p\(n) = getpid()\nInt(p\(n))")
            processes.append(try #require(record.result.flatMap { Int32($0) }, "\(record.story)"))
        }
        await session.run("var kept = [1, 2]")
        kill(processes[0], SIGSTOP)
        for _ in 0..<3 { await session.run("kept.append(3)") }
        while isRunning(processes[1]) { await Task.yield() }
        kill(processes[0], SIGCONT)
        while isRunning(processes[0]) { await Task.yield() }
        #expect(await session.run("kept").result == "[1, 2, 3, 3, 3]")
        await session.end()
    }

    @Test(.timeLimit(.minutes(10))) func statesThatHoldTooMuchMemoryLeave() async throws {
        let session = try TestSession()
        await session.run("var big = [UInt8](repeating: 1, count: 30_000_000)")
        #expect(await session.run("%set undo-memory 100MB").failure == nil)
        for _ in 0..<5 {
            let record = await session.run("for i in big.indices { big[i] &+= 1 }")
            #expect(record.failure == nil, "\(record.story)")
        }
        var history = ""
        repeat { history = await session.run("%history").output } while !history.contains("memory")
        #expect(history.split(separator: "\n").count <= 5, "\(history)")
        let tooMany = await session.run("%undo 5")
        #expect(tooMany.failure?.message.contains("undo-memory") == true, "\(tooMany.story)")
        #expect(await session.run("%undo").failure == nil)
        let record = await session.run("big[29_999_999]")
        #expect(record.result == "5", "\(record.story)")
        await session.end()
    }
}

/// Tests of a machine that runs out of memory.
@Suite struct MemoryPressureTests {
    /// While a cell runs, earlier states are let go, the oldest first, until the machine has enough;
    /// the state before the cell stays.
    @Test(.timeLimit(.minutes(5))) func letsEarlierStatesGoWhileACellRuns() async throws {
        let isShort = Flag(false)
        let session = try TestSession { $0.isShortOfMemory = { isShort.value } }
        for n in 0..<6 { await session.run("let v\(n) = \(n)") }
        let before = await session.evaluator.chain.processes
        isShort.value = true
        let cell = Task { await session.run("import Glibc\nprint(1)\nwhile !isInterrupted {}") }
        while await session.evaluator.chain.processes.count > 2 { await Task.yield() }
        isShort.value = false
        let left = await session.evaluator.chain.processes
        #expect(left.first == before.last)
        await session.evaluator.interrupt()
        _ = await cell.value
        #expect(await session.run("%history").output.contains("because memory was short"))
        #expect(await session.run("[v0, v5]").result == "[0, 5]")
        await session.end()
    }

    /// A value that several threads use.
    private final class Flag: Sendable {
        private let storage: Mutex<Bool>
        init(_ value: Bool) { storage = Mutex(value) }
        var value: Bool {
            get { storage.withLock { $0 } }
            set { storage.withLock { $0 = newValue } }
        }
    }
}

/// Returns whether a process exists and has not ended.
private func isRunning(_ process: Int32) -> Bool {
    guard let file = fopen("/proc/\(process)/stat", "r") else { return false }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 1024)
    let count = fread(&bytes, 1, bytes.count, file)
    let text = String(decoding: bytes.prefix(count), as: UTF8.self)
    return !(text.split(separator: ")").last?.hasPrefix(" Z") ?? true)
}
