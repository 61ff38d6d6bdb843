import CellEngine
import Evaluation
import Synchronization
import Testing

/// An observer that records a cell's output, even after its end.
private final class LateRecorder: EvaluationObserver {
    private let texts = Mutex<[String]>([])

    func observe(_ event: EvaluationEvent) {
        if case .text(let text, .standardOutput) = event { texts.withLock { $0.append(text) } }
    }

    func line(at prompt: InputPrompt) async -> String? { nil }

    /// Waits for a text, and returns all text.
    func waitForText(_ text: String) async -> [String] {
        while !texts.withLock({ $0.joined().contains(text) }) { await Task.yield() }
        return texts.withLock { $0 }
    }
}

/// Tests of cells beside threads that earlier cells have started.
@Suite struct ThreadTests {
    /// A thread that a copy cannot have, because it is busy where it cannot be stopped, until it is
    /// told to end.
    private static let thread = """
        import Glibc
        nonisolated(unsafe) var ends: [Int32] = [0, 0]
        nonisolated(unsafe) var worker = pthread_t()
        pipe(&ends)
        pthread_create(&worker, nil, { _ in var byte = 0; read(ends[0], &byte, 1); return nil }, nil)
        """

    @Test func tellsOnceThatThreadsLiveAndWhatACrashHasCost() async throws {
        let session = try TestSession()
        await session.run("var before = [1]")
        let first = await session.run(Self.thread)
        #expect(
            first.errors == "note: a thread started by this cell still run; until they end, a cell "
                + "that fails may leave half-made changes behind\n"
                || first.errors.contains("thread"))
        let second = await session.run("before.append(2); var after = before")
        #expect(second.errors == "")
        let thrown = await session.run("before.append(3); throw CancellationError()")
        #expect(thrown.failure?.name == "UncaughtError")
        #expect(thrown.story.contains("kept: the cell ran beside threads"), "\(thrown.story)")
        #expect(await session.run("before").result == "[1, 2, 3]")
        let crash = await session.run("before[9]")
        #expect(crash.failure?.name == "IndexOutOfRange")
        #expect(
            crash.story.contains("is gone: after, ends, worker. '%rerun' runs them again."),
            "\(crash.story)")
        #expect(await session.run("before").result == "[1]")
        #expect(await session.run("%rerun").outcome == .succeeded)
        #expect(await session.run("after").result == "[1, 2]")
        await session.run("write(ends[1], [1], 1); pthread_join(worker, nil)")
        let atomic = await session.run("after.append(9); fatalError()")
        #expect(!atomic.story.contains("lost"), "\(atomic.story)")
        #expect(await session.run("after").result == "[1, 2]")
        await session.end()
    }

    /// Makes threads end or become idle slowly: all share one processor with busy programs, and
    /// have the lowest priority.
    private static let crowded = """
        import Dispatch
        import Glibc
        @_silgen_name("sched_setaffinity")
        func setProcessors(_ process: Int32, _ size: Int, _ set: UnsafeRawPointer) -> Int32
        @_silgen_name("setpriority")
        func setPriority(_ which: Int32, _ number: UInt32, _ value: Int32) -> Int32
        func crowd() {
            _ = setProcessors(0, 8, [1])
            let words = ["sh", "-c", "while :; do :; done"]
            let arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
            var busy = pid_t()
            posix_spawn(&busy, "/bin/sh", nil, nil, arguments, environ)
        }
        func delayOtherThreads() {
            guard let folder = opendir("/proc/self/task") else { return }
            while let entry = readdir(folder) {
                let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                    String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
                }
                guard let number = Int32(name), number != getpid() else { continue }
                _ = setPriority(0, UInt32(number), 10)
            }
            closedir(folder)
        }
        """

    /// Cells after which threads that a copy would lack are about to become idle or to end.
    private static let ends = [
        "DispatchQueue.concurrentPerform(iterations: 8) { sums.values[$0] += 1 }",
        "queue.async { sums.values[0] += 1 }; queue.sync {}",
        "for _ in 0..<4 { DispatchQueue.global().async(group: group) { sums.values[0] += 1 } }\ngroup.wait()",
        "DispatchQueue.global(qos: .background).async { done.signal() }; done.wait()",
        "DispatchQueue.global().asyncAfter(deadline: .now() + .milliseconds(5)) { done.signal() }; done.wait()",
        """
        let late = DispatchWorkItem { sums.values[1] += 1 }
        DispatchQueue.global().asyncAfter(deadline: .now() + .milliseconds(5), execute: late)
        late.wait()
        """,
        """
        let timer = DispatchSource.makeTimerSource()
        timer.schedule(deadline: .now() + .milliseconds(5))
        timer.setEventHandler { done.signal() }
        timer.resume()
        done.wait()
        timer.cancel()
        """,
        """
        var joined = pthread_t()
        pthread_create(&joined, nil, { _ in nil }, nil)
        pthread_join(joined, nil)
        """,
        """
        var signalling = pthread_t()
        pthread_create(&signalling, nil, { _ in done.signal(); return nil }, nil)
        done.wait()
        """,
    ]

    /// No cell runs in place because of a thread that is about to become idle, however long that
    /// takes.
    @Test(.timeLimit(.minutes(2)), arguments: [false, true])
    func isAtomicRightAfterThreadsHaveComeToRest(onACrowdedProcessor: Bool) async throws {
        let session = try TestSession()
        let start = await session.run(
            Self.crowded + """

                final class Sums: @unchecked Sendable { var values = [Int](repeating: 0, count: 8) }
                let sums = Sums()
                let queue = DispatchQueue(label: "own"), group = DispatchGroup()
                let done = DispatchSemaphore(value: 0)
                var kept = 0
                """)
        try #require(start.failure == nil, "\(start.story)")
        if onACrowdedProcessor { await session.run("crowd()") }
        let delay = onACrowdedProcessor ? "\ndelayOtherThreads()" : ""
        for round in 0..<3 {
            for (index, cell) in Self.ends.enumerated() {
                let record = await session.run(cell + delay)
                #expect(record.failure == nil, "\(record.story)")
                #expect(record.errors == "", "\(cell)")
                let failed = await session.run("kept = -1; fatalError()")
                #expect(!failed.story.contains("is gone"), "\(cell): \(failed.story)")
                let next = await session.run("kept += 1; kept").result
                #expect(next == "\(round * Self.ends.count + index + 1)", "\(cell)")
            }
        }
        await session.end()
    }

    /// Threads of the pool that were told to end are created again when there is work.
    @Test func usesDispatchInEveryCell() async throws {
        let session = try TestSession()
        let start = await session.run(
            """
            import Dispatch
            import Glibc
            final class Sums: @unchecked Sendable { var values = [Int](repeating: 0, count: 8) }
            let sums = Sums()
            """)
        try #require(start.failure == nil, "\(start.story)")
        let parallel =
            "DispatchQueue.concurrentPerform(iterations: 8) { sums.values[$0] += $0 }\nsums.values[7]"
        for round in 1...50 {
            let record = await session.run(parallel)
            #expect(record.result == "\(7 * round)", "\(record.story)")
        }
        let queue = await session.run(
            "let queue = DispatchQueue(label: \"own\")\nqueue.async { usleep(20_000); print(\"async\") }"
        )
        #expect(queue.failure == nil)
        #expect(await session.run("queue.sync { print(\"sync\") }").output.hasSuffix("sync\n"))
        await session.end()
    }

    @Test func runsFoundationsProcessesAndThreads() async throws {
        let session = try TestSession()
        let process = """
            import Foundation
            let process = Process()
            process.executableURL = URL(fileURLWithPath: "/bin/echo")
            process.arguments = ["hello"]
            let pipe = Pipe()
            process.standardOutput = pipe
            try process.run()
            process.waitUntilExit()
            String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
            """
        for _ in 1...20 {
            let record = await session.run(process)
            #expect(record.result == "hello\n", "\(record.story)")
        }
        let thread = await session.run(
            """
            let done = DispatchSemaphore(value: 0)
            Thread.detachNewThread { print("in a thread"); done.signal() }
            done.wait()
            """)
        #expect(thread.output == "in a thread\n", "\(thread.story)")
        let late = await session.run(
            """
            DispatchQueue.global().asyncAfter(deadline: .now() + .milliseconds(30)) { done.signal() }
            """)
        #expect(late.failure == nil, "\(late.story)")
        #expect(await session.run("done.wait()\n\"signalled\"").result == "signalled")
        await session.end()
    }

    /// Outputs of threads between cells appear under the cell that has started them, and delay
    /// nothing.
    @Test(.timeLimit(.minutes(2)))
    func showsWhatThreadsPutOutBetweenCells() async throws {
        let session = try TestSession()
        await session.run("import Foundation\nimport Synchronization\nlet shown = Atomic(0)")
        let recorder = LateRecorder()
        let cell = Cell(
            code: """
                Thread.detachNewThread {
                    for round in 0..<60 {
                        print("text \\(round)")
                        let handle = display("shown \\(round)")
                        handle.update("changed \\(round)")
                        if round == 30 { clearOutput() }
                        shown.add(1, ordering: .relaxed)
                    }
                }
                """, number: 900)
        #expect(await session.evaluator.evaluate(cell, observer: recorder) == .succeeded)
        let texts = await recorder.waitForText("text 59")
        #expect(texts.joined() == (0..<60).map { "text \($0)\n" }.joined())
        for round in 0..<10 { #expect(await session.run("\(round)").result == "\(round)") }
        await session.end()
    }

    /// The grace period belongs to the interrupted cell: a later one in the same process is not
    /// killed.
    @Test(.timeLimit(.minutes(2)))
    func leavesALaterCellAloneThatRunsWhereAnInterruptedOneDid() async throws {
        let session = try TestSession { $0.interruptGrace = .milliseconds(700) }
        await session.run(Self.thread)
        let interrupted = await session.run(
            "print(\"begun\")\ntry await Task.sleep(for: .seconds(60))", interruptingAt: "begun")
        #expect(interrupted.failure != nil)
        let innocent = await session.run(
            "let begun = ContinuousClock.now\nwhile begun.duration(to: .now) < .seconds(2) {}\nends.count"
        )
        #expect(innocent.result == "2", "\(innocent.story)")
        await session.end()
    }

    /// A `Mutex` stores the number of the thread that holds it, and the system compares it.
    @Test func locksWithTheNumberOfItsOwnThread() async throws {
        let session = try TestSession()
        await session.run(
            """
            import Foundation
            import Synchronization
            final class Counter: Sendable {
                let value = Mutex(0)
                func add(whileWaiting: () -> Void = {}) -> Int {
                    value.withLock { whileWaiting(); $0 += 1; return $0 }
                }
            }
            let counter = Counter()
            counter.add()
            """)
        let record = await session.run(
            """
            let begun = DispatchSemaphore(value: 0), ended = DispatchSemaphore(value: 0)
            counter.add {
                Thread.detachNewThread {
                    begun.signal()
                    counter.add()
                    ended.signal()
                }
                begun.wait()
                usleep(20_000)
            }
            ended.wait()
            counter.add()
            """)
        #expect(record.result == "4", "\(record.story)")
        await session.end()
    }

    @Test func leavesNumbersAloneThatOnlyLookLikeTheThreads() async throws {
        let session = try TestSession()
        await session.run(
            """
            import Glibc
            let number = getpid()
            __h_errno_location().pointee = number
            """)
        let record = await session.run(
            "__h_errno_location().pointee == number && number != getpid()")
        #expect(record.result == "true", "\(record.story)")
        await session.end()
    }
}
