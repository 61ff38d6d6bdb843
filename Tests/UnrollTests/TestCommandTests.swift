import JSON
import NotebookDocument
import Processes
import TestSupport
import Testing

@Suite struct TestCommandTests {
    private let tool: CommandLineTool

    init() throws { tool = try CommandLineTool() }

    /// Changes the text of the first output of the first cell.
    private func store(_ text: String) throws {
        var notebook = try tool.read()
        notebook.cells[0].outputs[0].content = .stream(name: "stdout", text: text)
        try NotebookFile(path: "\(tool.folder)/n.ipynb").save(notebook)
    }

    @Test func findsNothingInWhatItHasJustRun() throws {
        try tool.write(["print 0.5", "show x one"])
        _ = try tool.call("run", "n.ipynb")
        let before = try tool.read().bytes
        let outcome = try tool.call("test", "n.ipynb")
        #expect(outcome.exit == .exited(0))
        #expect(outcome.text.contains("2 cells passed in "))
        #expect(outcome.text.hasSuffix("; all outputs are the same\n"))
        #expect(try tool.read().bytes == before)
    }

    @Test func saysWhichNumberDiffersAndEndsWithThree() throws {
        try tool.write(["print loss 0.5"])
        _ = try tool.call("run", "n.ipynb")
        try store("loss 0.25\n")
        let outcome = try tool.call("test", "n.ipynb")
        #expect(outcome.exit == .exited(3))
        #expect(
            outcome.text.contains(
                "n.ipynb, cell 1, output 1 (stdout): line 1, number 1: expected 0.25, found 0.5; "
                    + "they differ by 0.25, and 2.5e-10 is allowed\n"))
        #expect(outcome.text.hasSuffix("; 1 output differs\n"))
        #expect(try tool.output(0) == "loss 0.25\n")
        #expect(try tool.call("test", "n.ipynb", "--tolerance", "2").exit == .exited(0))
    }

    @Test func writesReportsForOtherPrograms() throws {
        try tool.write(["print a"])
        let outcome = try tool.call(
            "test", "n.ipynb", "--junit", "report.xml", environment: ["GITHUB_ACTIONS": "true"])
        #expect(
            outcome.text.hasSuffix(
                "::error file=n.ipynb,title=cell 1::output 1: not expected: "
                    + "the text \"a\\n\" on stdout\n"))
        #expect(try tool.text(of: "report.xml").contains("<testsuite name=\"n.ipynb\" tests=\"1\""))
        let refused = try tool.call("test", "n.ipynb", "--junit", "missing/report.xml")
        #expect(refused.exit == .exited(2))
        #expect(
            refused.text.hasSuffix(
                "could not write missing/report.xml: no such file or directory (2)\n"))
    }

    /// What a cell says is no command of GitHub's, at the beginning of whatever line it stands.
    @Test func keepsCellsFromGivingCommandsToGitHub() throws {
        try tool.write(["raise E\n::error::forged"])
        let outcome = try tool.call("test", "n.ipynb", environment: ["GITHUB_ACTIONS": "true"])
        var (isObeyed, commands) = (true, [Substring]())
        var token = Substring()
        for line in outcome.text.split(separator: "\n") {
            let line = line.drop { $0.isWhitespace }
            if line.hasPrefix("::stop-commands::") {
                (isObeyed, token) = (false, line.dropFirst("::stop-commands::".count))
            } else if line == "::\(token)::" {
                isObeyed = true
            } else if isObeyed, line.hasPrefix("::") {
                commands.append(line)
            }
        }
        #expect(commands.count == 1, "\(outcome.text)")
        #expect(commands.first?.hasPrefix("::error file=n.ipynb,title=cell 1::") == true)
    }

    @Test func storesTheNewOutputsWhereThatIsWanted() throws {
        try tool.write(["print loss 0.5"])
        _ = try tool.call("run", "n.ipynb")
        try store("loss 0.25\n")
        #expect(try tool.call("test", "n.ipynb", "--update").exit == .exited(0))
        #expect(try tool.output(0) == "loss 0.5\n")
    }

    @Test func endsWithOneAfterACellErrorAndStoresNothing() throws {
        let original = try tool.write(["raise E why"])
        #expect(try tool.call("test", "n.ipynb").exit == .exited(1))
        #expect(try tool.call("test", "n.ipynb", "--update").exit == .exited(1))
        #expect(try tool.read() == original)
    }

    @Test func doesNotSayThatAllIsTheSameWhereSomethingWentWrong() throws {
        try tool.write(["print 0.5", "raise E why", "print c"])
        let failed = try tool.call("test", "n.ipynb", "--allow-errors", "--update")
        #expect(failed.exit == .exited(0))
        for (name, argument, status) in [
            ("failed", "--one-at-a-time", Int32(1)), ("kernel", "--kernel=none", 2),
            ("start", "--start-timeout=0.001", 5),
        ] {
            let outcome = try tool.call("test", "n.ipynb", argument)
            #expect(outcome.exit == .exited(status), "\(name)")
            #expect(!outcome.text.contains("all outputs are the same"), "\(name)")
        }
    }

    @Test func aDifferenceHidesNoError() throws {
        try tool.write(["print 0.5", "raise E why"])
        _ = try tool.call("run", "n.ipynb")
        try store("0.25\n")
        let outcome = try tool.call("test", "n.ipynb")
        #expect(outcome.exit == .exited(1))
        #expect(outcome.text.contains("expected 0.25, found 0.5"))
        let both = try tool.call("test", "n.ipynb", "missing.ipynb")
        #expect(both.exit == .exited(2))
    }

    @Test(arguments: ["run", "test"])
    func theHelpListsTheCodes(command: String) throws {
        let help = try tool.call(command, "--help").text
        for code in [0, 3, 6, 1, 4, 138, 5, 2] {
            #expect(help.contains("\n  \(code) "), "\(code)")
        }
    }

    private static let sanitized: [(String, String, [String])] = [
        ("at 0x7f00aa", "at 0x7f11bb", ["--sanitize", "addresses"]),
        ("took 3.2 ms", "took 11 s", ["--sanitize", "times"]),
        ("2026-01-02T03:04:05Z", "2027-11-12 13:14:15", ["--sanitize", "paths,times"]),
        ("in /tmp/a1/x.csv", "in /tmp/b2/x.csv", ["--sanitize", "paths"]),
        ("version 1.2.3", "version 1.3.0", ["--sanitize", "versions"]),
        ("seed 3", "seed 4", ["--sanitize-with", "rules.cfg"]),
        ("loss 0.5", "loss 0.75", ["--absolute", "0.3"]),
        ("a", "b", ["--only", "2"]), ("a", "b", ["--only", "cell-1"]),
    ]

    @Test(arguments: sanitized)
    func letsTextsDifferWhereThatIsWanted(
        expected: String, found: String, arguments: [String]
    ) throws {
        try tool.write("[one]\nregex: seed \\d+\nreplace: seed N\n".utf8, to: "rules.cfg")
        try tool.write(["print \(found)", "print same"])
        _ = try tool.call("run", "n.ipynb")
        try store("\(expected)\n")
        #expect(try tool.call("test", "n.ipynb").exit == .exited(3))
        #expect(try tool.call(["test", "n.ipynb"] + arguments).exit == .exited(0))
    }

    @Test func takesRulesFromMetadata() throws {
        try tool.write(
            ["print seed 3 at 0x1234"],
            settings: [
                "compare": [
                    "sanitize": ["addresses"],
                    "replace": [["pattern": "seed [0-9]+", "with": "seed"]],
                ]
            ])
        _ = try tool.call("run", "n.ipynb")
        try store("seed 4 at 0xabcd\n")
        #expect(try tool.call("test", "n.ipynb").exit == .exited(0))
        for settings in [
            ["sanitize": ["adresses"]], ["replace": [["pattern": "["]]],
        ] as [JSONValue] {
            try tool.write(["print a"], settings: ["compare": settings])
            #expect(try tool.call("test", "n.ipynb").exit == .exited(2))
        }
    }

    @Test func understandsTheCommentsOfNbval() throws {
        try tool.write(
            [
                "# NBVAL_IGNORE_OUTPUT\nprint 1", "// NBVAL_SKIP\nraise E",
                "# NBVAL_RAISES_EXCEPTION\nraise E",
            ])
        let outcome = try tool.call("test", "n.ipynb", "--only", "1,2")
        #expect(outcome.exit == .exited(0), "\(outcome.text)")
        #expect(outcome.text.contains("1 cell passed, 1 raised as allowed"))
    }
}
