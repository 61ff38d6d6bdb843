import JupyterProtocol
import NotebookRunner
import Testing

@Suite struct ReportTests {
    /// Returns a report of a cell.
    private func report(
        _ cell: Int, _ status: CellStatus, title: String, error: ErrorContent? = nil
    ) -> CellReport {
        CellReport(
            cell: cell, ordinal: cell + 1, total: 3, title: title, status: status,
            duration: .milliseconds(1500), error: error)
    }

    /// The results of two notebooks, one of which could not be run.
    private var verdicts: [NotebookVerdict] {
        let error = ErrorContent(
            name: "E", value: "a < b\n& c", traceback: ["\u{1B}[31mE\u{1B}[0m", "\"quoted\""])
        return [
            NotebookVerdict(
                path: "a,b.ipynb",
                reports: [
                    report(0, .passed, title: "1"),
                    report(1, .failed, title: "<x>\u{1}", error: error),
                    report(2, .notRun, title: "3"),
                ],
                mismatches: [
                    OutputMismatch(
                        cell: 0, cellID: nil, place: "output 1",
                        difference: .missing("a result of text/plain"))
                ]),
            NotebookVerdict(path: "c.ipynb", reports: [], problem: "no kernel"),
        ]
    }

    @Test func writesASuiteForEachNotebookAndACaseForEachCell() {
        #expect(
            JUnitReport(verdicts).xml == """
                <?xml version="1.0" encoding="utf-8"?>
                <testsuites>
                <testsuite name="a,b.ipynb" tests="3" failures="2" errors="0" skipped="1">
                <testcase classname="a,b.ipynb" name="cell 1: 1" time="1.5">\
                <failure message="output 1: missing: a result of text/plain"></failure></testcase>
                <testcase classname="a,b.ipynb" name="cell 2: &lt;x&gt;" time="1.5">\
                <failure message="E: a &lt; b&#10;&amp; c">E&#10;&quot;quoted&quot;</failure></testcase>
                <testcase classname="a,b.ipynb" name="cell 3: 3" time="1.5"><skipped/></testcase>
                </testsuite>
                <testsuite name="c.ipynb" tests="1" failures="0" errors="1" skipped="0">
                <testcase classname="c.ipynb" name="kernel"><error message="no kernel"/></testcase>
                </testsuite>
                </testsuites>

                """)
    }

    /// How GitHub's runner finds commands: at the beginning of a line after white space, or in the
    /// old spelling anywhere.
    private func holdsCommand(_ text: String) -> Bool {
        text.split { $0 == "\n" || $0 == "\r" || $0 == "\r\n" }.contains { line in
            line.drop(while: \.isWhitespace).hasPrefix("::") || line.contains("##[")
        }
    }

    @Test func theTextOfANotebookNeverBecomesACommandToGitHub() {
        let pieces = [
            "::", ":", "##[", "#", "[", "error::x", "\n", "\r", "\r\n", " ", "\t", "é", "\u{2028}",
        ]
        for _ in 0..<5000 {
            let text = (0..<Int.random(in: 1...8)).map { _ in pieces.randomElement() ?? "" }
                .joined()
            let disarmed = WorkflowAnnotations.disarmed(text)
            #expect(!holdsCommand(disarmed), "\(text.debugDescription)")
            // All that was there is still there.
            #expect(disarmed.replacing("\u{200B}", with: "") == text)
        }
        #expect(WorkflowAnnotations.disarmed("a: b\nc :: d") == "a: b\nc :: d")
    }

    @Test func annotatesWhatWentWrong() {
        #expect(
            WorkflowAnnotations(verdicts).text == """
                ::error file=a%2Cb.ipynb,title=cell 1::output 1: missing: a result of text/plain
                ::error file=a%2Cb.ipynb,title=cell 2::E: a < b%0A& c
                ::error file=c.ipynb,title=kernel::no kernel

                """)
        #expect(WorkflowAnnotations([]).text.isEmpty)
    }
}
