extension ChapterProgramTests {
    /// Programs for the chapter on concurrency.
    static let concurrency = [
        // Concurrency.
        ####"""
        func fetch§(_ n: Int) async -> Int { await Task.yield(); return n * 2 }
        ~~~~
        print(await fetch§(3))
        async let one§ = fetch§(1), two§ = fetch§(2)
        print(await one§ + two§)
        """####,
        ####"""
        actor Counter§ { private(set) var n = 0; func up() -> Int { n += 1; return n }; nonisolated let name = "c" }
        ~~~~
        let counter§ = Counter§()
        print(await counter§.up(), await counter§.up(), counter§.name)
        ~~~~
        print(await counter§.n)
        """####,
        ####"""
        func sums§() async -> [Int] { await withTaskGroup(of: Int.self) { group in for i in 1...3 { group.addTask { i * i } }; var all: [Int] = []; for await x in group { all.append(x) }; return all.sorted() } }
        ~~~~
        print(await sums§())
        """####,
        ####"""
        let stream§ = AsyncStream<Int> { c in for i in 0..<3 { c.yield(i) }; c.finish() }
        ~~~~
        for await x in stream§ { print(x) }
        """####,
        ####"""
        struct Timeout§: Error {}
        func risky§(_ n: Int) async throws -> Int { if n > 1 { throw Timeout§() }; return n }
        ~~~~
        do { print(try await risky§(1)); print(try await risky§(2)) } catch { print("caught", error is Timeout§) }
        """####,
        ####"""
        let task§ = Task { () -> String in for _ in 0..<100 { if Task.isCancelled { return "cancelled" }; try? await Task.sleep(for: .milliseconds(20)) }; return "ran" }
        ~~~~
        task§.cancel()
        print(await task§.value)
        """####,
        ####"""
        struct Countdown§: AsyncSequence { struct Iterator: AsyncIteratorProtocol { var n: Int; mutating func next() async -> Int? { n -= 1; return n < 0 ? nil : n } }; let from: Int; func makeAsyncIterator() -> Iterator { Iterator(n: from) } }
        ~~~~
        var seen§: [Int] = []
        for await n in Countdown§(from: 3) { seen§.append(n) }
        print(seen§)
        """####,
        ####"""
        enum Context§ { @TaskLocal static var user = "nobody" }
        ~~~~
        Context§.$user.withValue("ann") { print(Context§.user) }
        print(Context§.user)
        """####,
    ]
}
