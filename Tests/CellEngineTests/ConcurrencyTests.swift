import CellEngine
import Evaluation
import Testing

/// Tests of Swift's concurrency on one thread, within cells and across them.
@Suite struct ConcurrencyTests {
    private static let cells: [(code: String, result: String?)] = [
        (
            "func slow(_ n: Int) async throws -> Int { try await Task.sleep(for: .milliseconds(5)); return n * 2 }",
            nil
        ),
        ("let a = try await slow(4)\na", "8"), ("a + 1", "9"),
        ("async let p = slow(1)\nasync let q = slow(2)\nlet s = try await p + q\ns", "6"),
        ("s + a", "14"),
        (
            """
            let total = try await withThrowingTaskGroup(of: Int.self) { group in
                for i in 0..<10 { group.addTask { try await slow(i) } }
                return try await group.reduce(0, +)
            }
            total
            """, "90"
        ),
        ("actor Counter { var n = 0; func up() -> Int { n += 1; return n } }", nil),
        ("let counter = Counter()", nil), ("await counter.up()", "1"), ("await counter.up()", "2"),
        ("let later = Task { try await slow(21) }", nil), ("a", "8"),
        ("try await later.value", "42"),
        (
            """
            let stream = AsyncStream<Int> { c in for i in 0..<3 { c.yield(i) }; c.finish() }
            var got: [Int] = []
            for await x in stream { got.append(x) }
            got
            """, "[0, 1, 2]"
        ),
        ("got.append(9); got", "[0, 1, 2, 9]"), ("var plain = 5", nil),
        ("plain += try await slow(1)\nplain", "7"), ("plain", "7"),
        ("final class Box { var value = 0 }\nlet box = Box()", nil),
        (
            "let background = Task.detached { for _ in 0..<3 { try? await Task.sleep(for: .milliseconds(2)); box.value += 1 } }",
            nil
        ),
        ("box.value", "0"), ("await background.value\nbox.value", "3"),
        (
            """
            try await Task.sleep(for: .zero)
            try await Task.sleep(for: .nanoseconds(1))
            try await Task.sleep(for: .seconds(-1))
            try await Task.sleep(nanoseconds: 1000)
            try await Task.sleep(until: .now + .milliseconds(1), clock: .suspending)
            await Task.yield()
            "slept"
            """, "slept"
        ),
        (
            "await withCheckedContinuation { (c: CheckedContinuation<Int, Never>) in c.resume(returning: 3) }",
            "3"
        ),
        ("let forever = Task { try? await Task.sleep(for: .seconds(1_000_000_000_000)) }", nil),
        ("forever.cancel(); await forever.value\nforever.isCancelled", "true"),
    ]

    /// Work in the main queue runs while the same cell or a later one waits or spins, and is not
    /// lost with threads of Dispatch that a copy lacks.
    @Test(.timeLimit(.minutes(2)))
    func runsTheMainQueueWhereACellWaits() async throws {
        let session = try TestSession()
        let awaiting = await session.run(
            """
            import Foundation
            DispatchQueue.main.async { print("first") }
            try await Task.sleep(for: .milliseconds(20))
            print("second")
            """)
        #expect(awaiting.output == "first\nsecond\n", "\(awaiting.story)")
        let later = await session.run(
            "DispatchQueue.global().sync { DispatchQueue.main.async { print(\"third\") } }")
        #expect(later.output == "", "\(later.story)")
        await session.run("DispatchQueue.concurrentPerform(iterations: 4) { _ in }")
        for round in 0..<2 {
            await session.run("DispatchQueue.main.async { print(\"more \(round)\") }")
        }
        let spinning = await session.run(
            "RunLoop.main.run(until: Date().addingTimeInterval(0.1)); print(\"spun\")")
        #expect(spinning.output == "third\nmore 0\nmore 1\nspun\n", "\(spinning.story)")
        let again = await session.run(
            """
            DispatchQueue.main.async { print("again") }
            RunLoop.main.run(until: Date().addingTimeInterval(0.1))
            """)
        #expect(again.output == "again\n", "\(again.story)")
        let timed = await session.run(
            """
            DispatchQueue.main.asyncAfter(deadline: .now() + 0.02) { print("timed") }
            try await Task.sleep(for: .milliseconds(200))
            """)
        #expect(timed.output == "timed\n", "\(timed.story)")
        await session.end()
    }

    @Test func runsTasksWithinCellsAndAcrossThem() async throws {
        let session = try TestSession()
        for (code, result) in Self.cells {
            let record = await session.run(code)
            #expect(record.outcome == .succeeded, "\(code): \(record.story)")
            #expect(record.result == result, "\(code)")
        }
        // An asynchronous cell is as atomic as any other.
        let failed = await session.run(
            "_ = await counter.up(); plain = try await slow(50); fatalError()")
        #expect(failed.failure?.name == "FatalError")
        #expect(await session.run("plain").result == "7")
        #expect(await session.run("await counter.up()").result == "3")
        await session.end()
    }

    @Test func showsNoCallsOfEarlierAsynchronousCells() async throws {
        let session = try TestSession()
        await session.run("try await Task.sleep(for: .milliseconds(1))\nlet one = [1]")
        let record = await session.run("one[4]")
        #expect(
            record.story == """
                IndexOutOfRange: the index is 4, and the array has 1 element, at index 0
                  cell 2, line 1
                    1 | one[4]
                """)
        await session.end()
    }
}
