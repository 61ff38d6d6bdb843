import Evaluation
import Testing

/// Cells beside threads that sleep or wait: they are part of the state that a failed cell leaves alone.
@Suite struct RestingThreadTests {
    /// A thread, and what asks it for a sign of life.
    struct Sample: CustomTestStringConvertible, Sendable {
        /// What starts it; it raises `counter` when it is asked to.
        let start: String
        /// What asks it, and waits until it has answered.
        let ask: String
        var testDescription: String { start }
    }

    /// What the threads share.
    private static let shared = """
        import Foundation
        import Synchronization
        final class Shared: Sendable {
            let counter = Atomic(0), wanted = Atomic(0)
            let value = Mutex(0)
            let lock = NSRecursiveLock()
            let asked = DispatchSemaphore(value: 0), answered = DispatchSemaphore(value: 0)
            func answer() { counter.add(1, ordering: .sequentiallyConsistent) }
            func awaitAnswer(after ask: () -> Void = {}) {
                let before = counter.load(ordering: .sequentiallyConsistent)
                ask()
                while counter.load(ordering: .sequentiallyConsistent) == before { usleep(200) }
            }
        }
        let shared = Shared()
        let queue = DispatchQueue(label: "own")
        let ends = UnsafeMutablePointer<Int32>.allocate(capacity: 2)
        socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0, ends)
        var kept = 0
        """

    /// The threads.
    static let samples: [Sample] = [
        Sample(
            start: "Thread { while true { usleep(1000); shared.answer() } }.start()",
            ask: "shared.awaitAnswer()"),
        Sample(
            start:
                "Thread { while true { Thread.sleep(forTimeInterval: 0.002); shared.answer() } }.start()",
            ask: "shared.awaitAnswer()"),
        // A lock that is held while the thread sleeps, and that others want.
        Sample(
            start: """
                Thread {
                    while true {
                        shared.value.withLock { $0 += 1; usleep(3000); shared.answer() }
                        usleep(100)
                    }
                }.start()
                """,
            ask: "for _ in 0..<3 { shared.value.withLock { $0 += 1 }; shared.awaitAnswer() }"),
        Sample(
            start: """
                Thread {
                    while true {
                        shared.lock.lock(); shared.lock.lock(); usleep(3000); shared.answer()
                        shared.lock.unlock(); shared.lock.unlock(); usleep(100)
                    }
                }.start()
                """,
            ask: "for _ in 0..<3 { shared.lock.lock(); shared.lock.unlock(); shared.awaitAnswer() }"
        ),
        Sample(
            start:
                "Thread { while true { shared.asked.wait(); shared.answer(); shared.answered.signal() } }.start()",
            ask: "shared.asked.signal(); shared.answered.wait()"),
        Sample(
            start: """
                Thread {
                    while true { if shared.asked.wait(timeout: .now() + 0.01) == .success { shared.answer() } }
                }.start()
                """,
            ask: "shared.awaitAnswer { shared.asked.signal() }"),
        Sample(
            start: """
                Thread {
                    Timer.scheduledTimer(withTimeInterval: 0.002, repeats: true) { _ in shared.answer() }
                    RunLoop.current.run()
                }.start()
                """,
            ask: "shared.awaitAnswer()"),
        Sample(
            start: """
                Thread {
                    while true {
                        var request = pollfd(fd: ends[0], events: Int16(POLLIN), revents: 0)
                        var byte = 0
                        if poll(&request, 1, -1) > 0, read(ends[0], &byte, 1) == 1 { shared.answer() }
                    }
                }.start()
                """,
            ask: "shared.awaitAnswer { write(ends[1], [1], 1) }"),
        Sample(
            start: """
                var thread = pthread_t()
                pthread_create(&thread, nil, { _ in while true { sleep(0); usleep(500); shared.answer() } }, nil)
                """,
            ask: "shared.awaitAnswer()"),
        Sample(
            start:
                "for _ in 0..<12 { Thread { while true { usleep(2000); shared.answer() } }.start() }",
            ask: "for _ in 0..<12 { shared.awaitAnswer() }"),
    ]

    @Test(.timeLimit(.minutes(2)), arguments: samples)
    func arePartOfTheStateThatAFailedCellLeavesAlone(_ sample: Sample) async throws {
        let session = try TestSession()
        let start = await session.run(Self.shared)
        try #require(start.failure == nil, "\(start.story)")
        let record = await session.run(sample.start + "\n" + sample.ask)
        #expect(record.failure == nil, "\(record.story)")
        #expect(!record.errors.contains("note:"), "\(record.errors)")
        for round in 1...4 {
            let next = await session.run("kept += 1\n\(sample.ask)\nkept")
            #expect(next.result == "\(round)", "\(next.story)")
            let failed = await session.run("kept = -1\n\(sample.ask)\nfatalError()")
            #expect(failed.failure?.name == "FatalError", "\(failed.story)")
            #expect(
                !failed.story.contains("lost") && !failed.story.contains("kept:"), "\(failed.story)"
            )
        }
        // An earlier state has its threads too.
        await session.run("%undo 1")
        #expect(await session.run("\(sample.ask)\nkept").result == "3")
        await session.end()
    }

    /// A thread that has been copied several times ends as any other.
    @Test(.timeLimit(.minutes(2)))
    func endInACopyWithTheirResult() async throws {
        let session = try TestSession()
        await session.run(
            """
            import Glibc
            var begun = pthread_t(), result: UnsafeMutableRawPointer?
            nonisolated(unsafe) var goesOn = true
            pthread_create(&begun, nil, { _ in
                while goesOn { usleep(500) }
                return UnsafeMutableRawPointer(bitPattern: 77)
            }, nil)
            """)
        for _ in 1...5 { await session.run("begun != 0") }
        let joined = await session.run(
            "goesOn = false\npthread_join(begun, &result)\nInt(bitPattern: result)")
        #expect(joined.result == "77", "\(joined.story)")
        await session.run("goesOn = true; fatalError()")
        #expect(await session.run("goesOn").result == "false")
        await session.end()
    }

    /// The programs that Foundation has started are the children of one process: its copies wait for none.
    @Test(.timeLimit(.minutes(2)))
    func isToldHowAProgramEndedThatAnEarlierCellHasStarted() async throws {
        let session = try TestSession()
        await session.run(
            """
            import Foundation
            func start(_ command: String) throws -> Process {
                let process = Process()
                process.executableURL = URL(fileURLWithPath: "/bin/sh")
                process.arguments = ["-c", command]
                try process.run()
                return process
            }
            try start("true").waitUntilExit()
            var kept = 0
            """)
        for status in 3...6 {
            await session.run("let late = try start(\"sleep 0.2; exit \(status)\")")
            let record = await session.run("late.waitUntilExit()\nlate.terminationStatus")
            #expect(record.result == "\(status)", "\(record.story)")
            await session.run("kept += 1")
            let failed = await session.run("kept = -1; fatalError()")
            #expect(!failed.story.contains("kept:"), "\(failed.story)")
            #expect(await session.run("kept").result == "\(status - 2)")
        }
        await session.end()
    }

    /// A cell can close what the threads listen to; then they cannot be copied, and go on all the same.
    @Test(.timeLimit(.minutes(2)))
    func goOnWhereACellHasClosedTheirBell() async throws {
        let session = try TestSession()
        await session.run(Self.shared)
        await session.run(Self.samples[0].start)
        await session.run("for number: Int32 in 901..<960 { close(number) }")
        let record = await session.run("shared.awaitAnswer()\n1")
        #expect(record.result == "1" || record.failure != nil, "\(record.story)")
        #expect(await session.run("1 + 1").result == "2")
        await session.end()
    }
}
