import Evaluation
import Testing

/// Tests of cells after functions of Foundation and Dispatch that start threads, or might.
@Suite struct LibraryThreadTests {
    /// Uses of the libraries, each of which is complete when it returns.
    private static let uses = [
        "DispatchQueue.concurrentPerform(iterations: 8) { _ in }",
        "let group = DispatchGroup(); DispatchQueue.global().async(group: group) {}; group.wait()",
        "let queue = DispatchQueue(label: \"own\"); queue.async {}; queue.sync {}",
        "DispatchQueue.global().asyncAfter(deadline: .now() + 0.02) { done.signal() }; done.wait()",
        """
        let timer = DispatchSource.makeTimerSource()
        timer.schedule(deadline: .now() + 0.02)
        timer.setEventHandler { done.signal() }
        timer.resume(); done.wait(); timer.cancel()
        """,
        """
        Timer.scheduledTimer(withTimeInterval: 0.01, repeats: false) { _ in }
        RunLoop.main.run(until: Date().addingTimeInterval(0.05))
        """,
        "Thread.detachNewThread { done.signal() }; done.wait()",
        "let work = OperationQueue(); work.addOperation {}; work.waitUntilAllOperationsAreFinished()",
        """
        let pipe = Pipe()
        pipe.fileHandleForReading.readabilityHandler = { _ in done.signal() }
        pipe.fileHandleForWriting.write(Data([1])); done.wait()
        pipe.fileHandleForReading.readabilityHandler = nil
        """,
        """
        let request = URLSession.shared.dataTask(with: URL(string: "http://127.0.0.1:9/")!) {
            _, _, _ in done.signal()
        }
        request.resume(); done.wait()
        """,
        "_ = FileHandle(forReadingAtPath: \"/etc/passwd\")?.readDataToEndOfFile()",
        "_ = try String(contentsOfFile: \"/etc/passwd\", encoding: .utf8)",
        "_ = try JSONDecoder().decode([Int].self, from: JSONEncoder().encode([1]))",
        "let format = DateFormatter(); format.dateStyle = .full; _ = format.string(from: Date())",
        "_ = try FileManager.default.contentsOfDirectory(atPath: \"/\")",
        "NotificationCenter.default.post(name: .init(\"none\"), object: nil)",
        "_ = ProcessInfo.processInfo.hostName", "_ = Bundle.main.bundlePath",
        "UserDefaults.standard.set(1, forKey: \"none\")",
        run("echo one"),
        "let group = DispatchGroup()\n"
            + "for _ in 0..<4 { DispatchQueue.global().async(group: group) { usleep(1000) } }\ngroup.wait()",
        "let item = DispatchWorkItem {}; DispatchQueue.global().async(execute: item); item.wait()",
        """
        let thread = Thread { done.signal() }
        thread.name = "own"; thread.stackSize = 1 << 20
        thread.start(); done.wait()
        """,
        """
        let thread = Thread {
            Timer.scheduledTimer(withTimeInterval: 0.01, repeats: false) { _ in }
            RunLoop.current.run(until: Date().addingTimeInterval(0.1))
            done.signal()
        }
        thread.start(); done.wait()
        """,
        """
        let signal = DispatchSource.makeSignalSource(signal: SIGUSR1)
        signal.setEventHandler {}
        signal.resume(); signal.cancel()
        """,
        """
        let pipe = Pipe()
        let source = DispatchSource.makeReadSource(fileDescriptor: pipe.fileHandleForReading.fileDescriptor)
        source.setEventHandler { source.cancel(); done.signal() }
        source.resume()
        pipe.fileHandleForWriting.write(Data([1])); done.wait()
        """,
        """
        let operations = OperationQueue()
        operations.maxConcurrentOperationCount = 2
        operations.addOperations((0..<6).map { _ in BlockOperation {} }, waitUntilFinished: true)
        """,
        """
        let operation = BlockOperation {}
        operation.completionBlock = { done.signal() }
        operation.start(); done.wait()
        """,
        """
        let center = NotificationCenter.default
        let token = center.addObserver(forName: .init("own"), object: nil, queue: nil) { _ in kept += 0 }
        center.post(name: .init("own"), object: nil); center.removeObserver(token)
        """,
        """
        let condition = NSCondition()
        let thread = Thread { condition.lock(); condition.signal(); condition.unlock(); done.signal() }
        thread.start(); done.wait()
        """,
        "await withTaskGroup(of: Void.self) { group in for _ in 0..<4 { group.addTask {} } }",
        "await Task.detached { try? await Task.sleep(for: .milliseconds(5)) }.value",
        run("exit 3"), run("kill -9 $$"),
        """
        let task = URLSession.shared.downloadTask(with: URL(string: "http://127.0.0.1:9/")!) {
            _, _, _ in done.signal()
        }
        task.resume(); done.wait()
        """,
        "DispatchQueue.main.async { done.signal() }; RunLoop.main.run(until: Date() + 0.05); done.wait()",
        "let host = Host(name: \"localhost\"); _ = host.addresses",
        "_ = try FileManager.default.subpathsOfDirectory(atPath: \"/etc/default\")",
        "let lock = NSRecursiveLock(); lock.lock(); lock.lock(); lock.unlock(); lock.unlock()",
        "Thread.sleep(forTimeInterval: 0.01); _ = ProcessInfo.processInfo.activeProcessorCount",
        "Timer(timeInterval: 60, repeats: true) { _ in }.invalidate()",
    ]

    /// Returns a use of a program.
    private static func run(_ command: String) -> String {
        """
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", "\(command)"]
        process.standardOutput = Pipe()
        try process.run(); process.waitUntilExit()
        """
    }

    @Test(.timeLimit(.minutes(3)))
    func areAtomicAgainByTheSecondNextCell() async throws {
        let session = try TestSession()
        let start = await session.run(
            """
            import Foundation
            import FoundationNetworking
            var kept = 0
            """)
        try #require(start.failure == nil, "\(start.story)")
        for (index, use) in Self.uses.enumerated() {
            // A semaphore of its own: a handler may signal more than once.
            let record = await session.run(
                "do {\nlet done = DispatchSemaphore(value: 0)\n\(use)\n_ = done\n}")
            #expect(record.failure == nil, "\(use): \(record.story)")
            await session.run("kept += 1")
            let failed = await session.run("kept = -1; fatalError()")
            #expect(!failed.story.contains("lost"), "\(use): \(failed.story)")
            #expect(await session.run("kept").result == "\(index + 1)", "\(use)")
        }
        await session.end()
    }
}
