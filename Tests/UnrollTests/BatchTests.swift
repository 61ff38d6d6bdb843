import Glibc
import JSON
import NotebookDocument
import Processes
import TestSupport
import Testing

/// Tests of many notebooks that have not been run before.
@Suite struct BatchTests {
    private let tool: CommandLineTool

    init() throws { tool = try CommandLineTool() }

    @Test func submissionsDoNotSeeOneAnother() throws {
        for name in ["a", "a/data"] { mkdir("\(tool.folder)/\(name)", 0o700) }
        try tool.write("1\n".utf8, to: "a/data/d.csv")
        try tool.write(
            ["shell rm -r data; touch new", "print a", "raise E", "print c"], to: "a/one.ipynb",
            points: [1: 2, 2: 3])
        try tool.write(
            ["shell test -e data/d.csv -a ! -e one.ipynb || kill $PPID", "print b"],
            to: "a/two.ipynb", points: [1: 1.5])
        try tool.write(["hang hard"], to: "a/endless.ipynb")
        try tool.write(["kill 9"], to: "a/dies.ipynb")
        try tool.write("{".utf8, to: "a/broken.ipynb")
        let outcome = try tool.call(
            "run", "a", "--each-in-a-copy", "--output-dir", "out", "--timeout", "1", "--jobs", "2",
            "--csv", "t.csv", "--allow-errors")
        #expect(outcome.exit == .exited(2))
        let rows = try tool.text(of: "t.csv").split(separator: "\r\n").map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        let statuses = Dictionary(uniqueKeysWithValues: rows.dropFirst().map { ($0[0], $0[1]) })
        #expect(
            statuses == [
                "a/broken.ipynb": "not run", "a/dies.ipynb": "died", "a/endless.ipynb": "timed out",
                "a/one.ipynb": "ok", "a/two.ipynb": "ok",
            ])
        let points = Dictionary(
            uniqueKeysWithValues: rows.dropFirst().map { ($0[0], Array($0[7...8])) })
        #expect(points["a/one.ipynb"] == ["2.0", "5.0"])
        #expect(points["a/two.ipynb"] == ["1.5", "1.5"])
        #expect(access("\(tool.folder)/a/data/d.csv", F_OK) == 0)
        #expect(access("\(tool.folder)/a/new", F_OK) != 0)
    }

    /// As nbgrader counts them: a number that a cell of tests shows is its points.
    @Test func resultsArePointsForParts() throws {
        let sources = [
            "print a", "result 1.5", "result 0.0", "result 3", "result -1", "result all of it",
            "warn a\nresult 2",
        ]
        try tool.write(
            sources, points: Dictionary(uniqueKeysWithValues: sources.indices.map { ($0, 2.0) }))
        let outcome = try tool.call("run", "n.ipynb", "--csv", "t.csv")
        #expect(outcome.exit == .exited(0), "\(outcome.text)")
        let row = try tool.text(of: "t.csv").split(separator: "\r\n").last ?? ""
        let fields = row.split(separator: ",", omittingEmptySubsequences: false)
        // All, a part, none, three times all for what is no part, and none beside a warning.
        #expect(Array(fields[7...8]) == ["9.5", "14.0"])
    }

    @Test func kernelsHaveLimits() throws {
        try tool.write(["shell ulimit -v > limits; ulimit -t >> limits"])
        let outcome = try tool.call(
            "run", "n.ipynb", "--memory-limit", "4GB", "--processor-limit", "30")
        #expect(outcome.exit == .exited(0), "\(outcome.text)")
        #expect(try tool.text(of: "limits") == "3906250\n30\n")
    }
}
