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
        ####"""
        @globalActor actor Ledger§ { static let shared = Ledger§() }
        @Ledger§ final class Book§ { var lines: [String] = []; func add(_ line: String) -> Int { lines.append(line); return lines.count } }
        ~~~~
        let book§ = await Book§()
        print(await book§.add("a"), await book§.add("b"))
        ~~~~
        print(await book§.lines)
        """####,
        ####"""
        struct Parcel§: ~Copyable { let weight: Int; consuming func open() -> Int { weight * 2 }; deinit { print("gone", weight) } }
        ~~~~
        func deliver§(_ parcel: consuming Parcel§) -> Int { parcel.open() }
        ~~~~
        print(deliver§(Parcel§(weight: 3)))
        """####,
        ####"""
        func pair§<each A, each B>(_ a: repeat each A, with b: repeat each B) -> (repeat (each A, each B)) { (repeat (each a, each b)) }
        ~~~~
        print(pair§(1, "a", with: 2.5, true))
        """####,
        ####"""
        enum Broken§: Error { case late(Int) }
        func check§(_ n: Int) throws(Broken§) -> Int { guard n < 3 else { throw .late(n) }; return n }
        ~~~~
        do throws(Broken§) { print(try check§(1)); print(try check§(5)) } catch { switch error { case .late(let n): print("late", n) } }
        """####,
        ####"""
        let (numbers§, sink§) = AsyncStream.makeStream(of: Int.self)
        ~~~~
        let reader§ = Task { var sum = 0; for await n in numbers§ { sum += n }; return sum }
        ~~~~
        for n in 1...4 { sink§.yield(n) }
        sink§.finish()
        print(await reader§.value)
        """####,
        ####"""
        actor Cache§ { private var kept: [Int: Int] = [:]; func square(_ n: Int) -> (Int, Bool) { if let old = kept[n] { return (old, true) }; kept[n] = n * n; return (n * n, false) } }
        let cache§ = Cache§()
        ~~~~
        print(await cache§.square(4), await cache§.square(4))
        """####,
        ####"""
        async let left§ = 20 + 1
        async let right§ = 2
        print(await left§ * right§)
        """####,
    ]
}
