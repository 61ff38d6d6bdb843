import Evaluation
import Foundation
import Glibc
import Processes
import Testing

@testable import CellEngine

/// Tests of what cells leave behind: descriptors, processes, files.
@Suite struct ResourceTests {
    @Test func closesWhatAFailedCellHadOpened() async throws {
        let session = try TestSession()
        await session.run(
            """
            import Glibc
            func openFiles() -> Int { (0..<900).filter { fcntl(Int32($0), F_GETFD) >= 0 }.count }
            """)
        let before = await session.run("openFiles()").result
        let code = """
            for _ in 0..<20 { _ = open("/dev/null", O_RDONLY) }
            for _ in 0..<3 {
                let child = vfork()
                if child == 0 { setsid(); execl("/bin/sleep", "sleep", "600"); _exit(1) }
                print(child)
            }
            fatalError("now")
            """.replacing(
                "vfork()",
                with: "unsafeBitCast(dlsym(nil, \"fork\"), to: (@convention(c) () -> Int32).self)()"
            ).replacing(
                "execl(\"/bin/sleep\", \"sleep\", \"600\")",
                with: "execv(\"/bin/sleep\", [strdup(\"sleep\"), strdup(\"600\"), nil])")
        let failed = await session.run(code)
        #expect(failed.failure?.message == "now", "\(failed.story)")
        let children = failed.output.split(separator: "\n").compactMap { Int32($0) }
        #expect(children.count == 3)
        for child in children { #expect(kill(child, 0) < 0, "\(child)") }
        #expect(await session.run("openFiles()").result == before)
        await session.end()
    }

    @Test func removesTemporaryFilesWithTheSession() async throws {
        let session = try TestSession()
        let record = await session.run(
            """
            import Foundation
            let file = FileManager.default.temporaryDirectory.appendingPathComponent("made").path
            try "text".write(toFile: file, atomically: true, encoding: .utf8)
            file
            """)
        let path = try #require(record.result)
        #expect(access(path, F_OK) == 0)
        await session.end()
        #expect(access(path, F_OK) != 0)
    }

    /// A fork takes longer the more mappings there are, so cells are merged in place.
    @Test func keepsFewMappingsHoweverManyCells() async throws {
        let session = try TestSession()
        for n in 0..<70 {
            let record = await session.run(
                """
                final class Kept\(n) { var value = \(n) }
                let kept\(n) = Kept\(n)()
                func value\(n)(_ index: Int) -> Int { [kept\(n).value][index] }
                """)
            try #require(record.failure == nil, "\(record.story)")
        }
        let mappings = await session.run(
            """
            import Foundation
            try String(contentsOfFile: "/proc/self/maps", encoding: .utf8)
                .split(separator: "\\n").filter { $0.contains("/Ce" + "ll_") }.count
            """)
        let count = try #require(mappings.result.flatMap { Int($0) }, "\(mappings.story)")
        #expect(count < 40)
        let sum = (0..<70).map { "value\($0)(0)" }.joined(separator: " &+ ")
        #expect(await session.run("kept3.value = 0\n" + sum).result == "\(69 * 70 / 2 - 3)")
        #expect(await session.run("kept5 as Any is Kept5").result == "true")
        let failed = await session.run("value2(1)")
        #expect(failed.failure?.name == "IndexOutOfRange", "\(failed.story)")
        #expect(failed.story.contains("cell 3, line 3"), "\(failed.story)")
        await session.end()
    }

    @Test func comesBackWhenTheWorkerIsLostAltogether() async throws {
        let session = try TestSession()
        await session.run("var kept = [1, 2]")
        await session.run("kept.append(3)\nlet other = kept.count")
        for process in await session.evaluator.chain.processes { kill(process, SIGKILL) }
        let next = await session.run("kept")
        // The end may be noticed before, while or after the cell is sent.
        #expect(["SessionLost", "Killed"].contains(next.failure?.name), "\(next.story)")
        #expect(
            next.story.contains("is gone: kept, other. '%rerun' runs them again."), "\(next.story)")
        #expect(await session.run("kept").failure?.message == "cannot find 'kept' in scope")
        let again = await session.run("%rerun")
        #expect(again.outcome == .succeeded, "\(again.story)")
        #expect(await session.run("[other] + kept").result == "[3, 1, 2, 3]")
        await session.end()
    }

    @Test func leavesNoProcessesBehind() async throws {
        let session = try TestSession()
        await session.run("var a = 1")
        await session.run("fatalError()")
        let processes = await session.evaluator.chain.processes
        await session.end()
        #expect(processes.count > 1)
        for process in processes { #expect(!isAlive(process)) }
    }

    /// Starts a program that has left the session, the process group and its parent, and prints its
    /// process ID.
    private static let daemon = """
        import Foundation
        func startDaemon() -> Int32 {
            let file = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
            let words = ["setsid", "sh", "-c", "(sleep 600 & echo $! > " + file.path + ") </dev/null >/dev/null 2>&1"]
            let arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
            var child = pid_t()
            posix_spawn(&child, "/usr/bin/setsid", nil, nil, arguments, environ)
            waitpid(child, nil, 0)
            let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
            return Int32(text.split(separator: "\\n").first ?? "") ?? -1
        }
        """

    @Test(arguments: ["the session ends", "it is undone", "it fails", "all is lost"])
    func endsWhatACellHasStarted(when event: String) async throws {
        let session = try TestSession()
        let start = await session.run(Self.daemon)
        try #require(start.failure == nil, "\(start.story)")
        let cell = "print(startDaemon())" + (event == "it fails" ? "\nfatalError()" : "")
        let output = await session.run(cell).output
        let daemon = try #require(Int32(output.trimmingCharacters(in: .whitespacesAndNewlines)))
        #expect(daemon > 0)
        if event != "it fails" { #expect(isAlive(daemon)) }
        switch event {
        case "it is undone": await session.run("%undo")
        case "all is lost":
            for process in await session.evaluator.chain.processes { kill(process, SIGKILL) }
            await session.run("1")
        case "the session ends":
            // The processes of cells that can no longer be undone end, but their children stay.
            for round in 0..<14 { await session.run("let a\(round) = 1") }
            #expect(isAlive(daemon))
            await session.end()
        default: break
        }
        let end = ContinuousClock.now + .seconds(20)
        while isAlive(daemon), ContinuousClock.now < end { await Task.yield() }
        #expect(!isAlive(daemon))
        await session.end()
    }

    @Test func givesNothingOfItsOwnToProgramsOfCells() async throws {
        let session = try TestSession()
        let record = await session.run(
            """
            import Foundation
            system("ls /proc/self/fd | tr '\\n' ' '; echo hello >&3; echo hello >&4; echo done")
            (3..<100).filter { fcntl(Int32($0), F_GETFD) >= 0 }
            """)
        #expect(record.result == "[]", "\(record.story)")
        #expect(record.output.hasPrefix("0 1 2 3 "), "\(record.output)")
        #expect(record.output.hasSuffix("done\n"))
        await session.end()
    }

    /// Returns whether a process exists and is not a zombie.
    private func isAlive(_ process: Int32) -> Bool {
        guard let stat = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)
        else {
            return false
        }
        // After the name, which may contain anything: the state.
        return !stat[(stat.lastIndex(of: ")") ?? stat.startIndex)...].hasPrefix(") Z")
    }
}
