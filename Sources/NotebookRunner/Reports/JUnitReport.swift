internal import Display
internal import JupyterProtocol
internal import XML

/// A JUnit XML report for continuous integration, with a suite per notebook and a case per cell.
///
/// - Source: the format of JUnit's Ant task, as pytest's `--junitxml` writes it.
public struct JUnitReport: Sendable {
    /// The results of the notebooks.
    private let verdicts: [NotebookVerdict]

    /// Creates a report from results.
    public init(_ verdicts: [NotebookVerdict]) {
        self.verdicts = verdicts
    }

    /// The report as XML.
    public var xml: String {
        let suites = verdicts.map(suite).joined()
        return "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<testsuites>\n\(suites)</testsuites>\n"
    }

    /// Returns the suite of a notebook.
    private func suite(_ verdict: NotebookVerdict) -> String {
        let path = escaped(verdict.path)
        let failures = verdict.reports.count { !verdict.complaints(about: $0.cell).isEmpty }
        let skipped = verdict.reports.count { $0.status == .notRun }
        let errors = verdict.problem == nil ? 0 : 1
        let problem = verdict.problem.map { problem in
            "<testcase classname=\"\(path)\" name=\"kernel\"><error message=\"\(escaped(problem))\"/>"
                + "</testcase>\n"
        }
        let cases = verdict.reports.map { testCase($0, of: verdict) }.joined()
        return "<testsuite name=\"\(path)\" tests=\"\(verdict.reports.count + errors)\" "
            + "failures=\"\(failures)\" errors=\"\(errors)\" skipped=\"\(skipped)\">\n"
            + "\(problem ?? "")\(cases)</testsuite>\n"
    }

    /// Returns the case of a cell.
    private func testCase(_ report: CellReport, of verdict: NotebookVerdict) -> String {
        let complaints = verdict.complaints(about: report.cell)
        var inside = report.status == .notRun ? "<skipped/>" : ""
        if !complaints.isEmpty {
            let trace = PlainText.of(report.error?.traceback ?? [])
            inside =
                "<failure message=\"\(escaped(complaints.joined(separator: "; ")))\">"
                + "\(escaped(trace))</failure>"
        }
        if report.isCut { inside += "<system-err>the output of the cell was cut</system-err>" }
        let time =
            Double(report.duration.components.seconds)
            + Double(report.duration.components.attoseconds) / 1e18
        return "<testcase classname=\"\(escaped(verdict.path))\" "
            + "name=\"cell \(report.cell + 1): \(escaped(report.title))\" "
            + "time=\"\((time * 1000).rounded() / 1000)\">\(inside)</testcase>\n"
    }

    /// Returns text for an attribute; unescaped line breaks and tabs would be read as spaces.
    private func escaped(_ text: String) -> String {
        XMLText.escaped(text).replacing("\n", with: "&#10;").replacing("\t", with: "&#9;")
            .replacing("\r", with: "&#13;")
    }
}
