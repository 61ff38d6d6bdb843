import Glibc
import Processes
import Testing

@Suite struct ProcessTableTests {
    @Test func readsLinesWithAnyName() {
        let line = "42 (a) b (c) S 7 42 42 0 -1 4194560 1 2 3 4 50 60 0 0 20 0 1 0 9 8 7"
        #expect(ProcessTable.entry(parsing: line) == .init(id: 42, parent: 7, ticks: 110))
        #expect(ProcessTable.entry(parsing: "") == nil)
        #expect(ProcessTable.entry(parsing: "42 (a) S 7") == nil)
    }

    @Test func findsDescendants() {
        let pairs = [(1, 0), (2, 1), (3, 2), (4, 3), (5, 1), (6, 9)]
        let table = ProcessTable(entries: pairs.map { .init(id: $0, parent: $1, ticks: 0) })
        #expect(table.family(of: 2).map(\.id) == [2, 3, 4])
        #expect(table.family(of: 7).isEmpty)
    }

    @Test func readsTheProcessesThatAreRunning() throws {
        let family = ProcessTable.current().family(of: Int(getpid()))
        #expect(family.first?.id == Int(getpid()))
        #expect(family.first?.parent == Int(getppid()))
    }
}
