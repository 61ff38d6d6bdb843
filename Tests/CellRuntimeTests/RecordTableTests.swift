import Display
import Testing

@testable import CellRuntime

@Suite struct RecordTableTests {
    private struct Run {
        let name: String
        let loss: Double?
        let steps: Int
    }

    private class Base { var kind = "base" }
    private final class Derived: Base { var more = 1 }

    private let runs = [
        Run(name: "a", loss: 0.5, steps: 9), Run(name: "b", loss: nil, steps: 10),
        Run(name: "c", loss: .nan, steps: 8), Run(name: "d", loss: -1, steps: 10),
    ]

    /// Returns the first words of a table's rows.
    private func firstColumn(_ table: RecordTable) -> [String] {
        table.text.split(separator: "\n").dropFirst(2).map { String($0.prefix { $0 != " " }) }
    }

    @Test func structuresDictionariesTuplesAndClassesHaveTheirMembersAsColumns() {
        #expect(table(runs).columns == ["name", "loss", "steps"])
        #expect(table([(x: 1, y: 2)]).columns == ["x", "y"])
        #expect(table([(1, "a")]).columns == ["0", "1"])
        #expect(table([["b": 1, "a": 2], ["c": 3]]).columns == ["a", "b", "c"])
        #expect(table([Derived()]).columns == ["kind", "more"])
        #expect(table([3, 4]).columns == ["value"])
        #expect(table([Int]()).text == "\n")
    }

    @Test func aTableIsSortedByAColumnAndWhatHasNoValueComesLast() {
        #expect(firstColumn(table(runs)) == ["a", "b", "c", "d"])
        #expect(firstColumn(table(runs, sortedBy: "loss")) == ["d", "a", "c", "b"])
        #expect(firstColumn(table(runs, sortedBy: "steps")) == ["c", "a", "b", "d"])
        #expect(
            firstColumn(table(runs, sortedBy: "steps", descending: true)) == ["b", "d", "a", "c"])
        #expect(table(runs, sortedBy: "los").text.hasSuffix("there is no column 'los'"))
    }

    @Test func rowsInTheMiddleAreLeftOutWithTheirCount() {
        let text = table(0..<100_000, rows: 10).text
        #expect(text.split(separator: "\n").count == 14)
        #expect(text.contains("99,990 rows left out") && text.hasSuffix("100,000 rows"))
    }

    @Test func whatIsWrittenIsNoMarkup() {
        let html = table([(name: "<b>&\"", size: 1)]).html
        #expect(html.contains("&lt;b&gt;&amp;&quot;") && !html.contains("<b>"))
    }
}
