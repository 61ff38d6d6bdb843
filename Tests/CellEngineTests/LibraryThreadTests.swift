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
    ]

    @Test(.timeLimit(.minutes(3)))
    func areAtomicAgainByTheSecondNextCell() async throws {
        let session = try TestSession()
        let start = await session.run(
            """
            import Foundation
            import FoundationNetworking
            let done = DispatchSemaphore(value: 0)
            var kept = 0
            """)
        try #require(start.failure == nil, "\(start.story)")
        for (index, use) in Self.uses.enumerated() {
            let record = await session.run("do {\n\(use)\n}")
            #expect(record.failure == nil, "\(use): \(record.story)")
            await session.run("kept += 1")
            let failed = await session.run("kept = -1; fatalError()")
            #expect(!failed.story.contains("lost"), "\(use): \(failed.story)")
            #expect(await session.run("kept").result == "\(index + 1)", "\(use)")
        }
        await session.end()
    }
}
